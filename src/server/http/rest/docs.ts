import { createHash } from "node:crypto";
import type { Context, Hono } from "hono";
import { html } from "hono/html";
import type { Config } from "#server/kernel/config/config";
import type { RequestState } from "../middleware/request-state";
import type { AppRouter } from "#server/features/router";
import type { createOpenApiDocument } from "./openapi/document";

/** Serves the OpenAPI document at `/api/openapi.json`, and its page at `/api/docs`. The first request builds both. */
export function mountDocs(
  app: Hono<RequestState>,
  router: AppRouter,
  { publicUrl }: Config,
): void {
  const document = once(async () => {
    const { createOpenApiDocument } = await import("./openapi/document");
    return createOpenApiDocument(router, publicUrl);
  });
  const openapi = once(async () => kept(JSON.stringify(await document())));
  const docs = once(async () => kept(String(page(await document()))));
  app.get("/api/openapi.json", async (c) =>
    serve(c, await openapi(), "application/json"),
  );
  app.get("/api/docs", async (c) =>
    serve(c, await docs(), "text/html; charset=UTF-8"),
  );
}

/** A text that does not change while the program runs, with its entity tag. */
interface Kept {
  text: string;
  etag: string;
}

function kept(text: string): Kept {
  const hash = createHash("sha256").update(text).digest("base64url");
  return { text, etag: `"${hash}"` };
}

function serve(c: Context, { text, etag }: Kept, contentType: string) {
  c.header("etag", etag);
  const known = c.req.header("if-none-match")?.split(",") ?? [];
  // A proxy that compresses the response adds `W/` to the tag, which is ignored here.
  if (known.some((tag) => tag.trim().replace(/^W\//, "") === etag))
    return c.body(null, 304);
  return c.body(text, 200, { "content-type": contentType });
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

type Document = ReturnType<typeof createOpenApiDocument>;

interface Operation {
  path: string;
  method: string;
  summary: string;
  tag: string;
}

function page(document: Document) {
  const { info } = document;
  const operations = operationsOf(document);
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${info.title}</title>
        <link rel="icon" href="/favicon.svg" />
        <link rel="stylesheet" href="/dev-mail.css" />
      </head>
      <body>
        <header>
          <a href="/"
            ><img src="/logo.svg" alt="" width="20" height="20" />Tenantry</a
          >
        </header>
        <main>
          <h1>${info.title}</h1>
          <p>${info.description}</p>
          <p>
            Every path starts with <code>/api</code>. Shapes of every input and
            answer are in <a href="/api/openapi.json">openapi.json</a>.
          </p>
          ${tags.map((tag) => section(tag, operations))}
        </main>
      </body>
    </html>`;
}

function operationsOf({ paths }: Document): Operation[] {
  return Object.entries(paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods ?? {}).map(([method, operation]) => ({
      path,
      method,
      summary: (operation as { summary?: string }).summary ?? "",
      tag: (operation as { tags?: string[] }).tags?.[0] ?? "other",
    })),
  );
}

function section(tag: string, operations: readonly Operation[]) {
  return html`<h2>${tag}</h2>
    <ul class="operations" role="list">
      ${operations.filter((operation) => operation.tag === tag).map(line)}
    </ul>`;
}

function line({ method, path, summary }: Operation) {
  return html`<li>
    <code class="method ${method}">${method.toUpperCase()}</code>
    <code>${path}</code>
    <span>${summary}</span>
  </li>`;
}
