import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import type { Context, Hono } from "hono";
import type { Config } from "#server/kernel/config/config";
import { loadOnce } from "#server/kernel/load-once";
import type { RequestState } from "../middleware/request-state";
import type { AppRouter } from "#server/features/router";

/**
 * Serves the OpenAPI document at `/api/openapi.json`, and the API reference at `/api/docs`. The first request builds
 * each of them.
 */
export function mountDocs(
  app: Hono<RequestState>,
  router: AppRouter,
  { publicUrl }: Config,
): void {
  const document = loadOnce(async () => {
    const { createOpenApiDocument } = await import("./openapi/document");
    return createOpenApiDocument(router, publicUrl);
  });
  const openapi = loadOnce(async () => kept(JSON.stringify(await document())));
  const reference = loadOnce(async () => {
    const { renderReference } = await import("./reference/page");
    return kept(await renderReference(await document()));
  });
  app.get("/api/openapi.json", async (c) =>
    serve(c, await openapi(), "application/json"),
  );
  app.get("/api/docs", async (c) =>
    serve(c, await reference(), "text/html; charset=UTF-8"),
  );
}

/** A text that does not change while the program runs, with its entity tag. */
interface Kept {
  text: string;
  gzip: Uint8Array<ArrayBuffer>;
  etag: string;
}

async function kept(text: string): Promise<Kept> {
  const hash = createHash("sha256").update(text).digest("base64url");
  const compressed = new Uint8Array(
    await promisify(gzip)(text, { level: constants.Z_BEST_COMPRESSION }),
  );
  // The tag is weak, because the plain and the compressed text share it.
  return { text, gzip: compressed, etag: `W/"${hash}"` };
}

function serve(c: Context, content: Kept, contentType: string) {
  // The text holds no data of a user, so browsers keep it and ask whether it has changed.
  c.header("cache-control", "no-cache");
  c.header("vary", "accept-encoding");
  c.header("etag", content.etag);
  const known = c.req.header("if-none-match")?.split(",") ?? [];
  if (known.some((tag) => opaqueTag(tag) === opaqueTag(content.etag)))
    return c.body(null, 304);
  const headers = { "content-type": contentType };
  if (!/\bgzip\b/.test(c.req.header("accept-encoding") ?? ""))
    return c.body(content.text, 200, headers);
  return c.body(content.gzip, 200, { ...headers, "content-encoding": "gzip" });
}

function opaqueTag(tag: string): string {
  return tag.trim().replace(/^W\//, "");
}
