import type { Context, Hono } from "hono";
import type { WebFile } from "#server/kernel/assets";
import type { RequestState } from "./middleware/request-state";

/**
 * Serves the web app. Browsers cache hashed files forever and the page never, and every path without a file extension
 * returns the page.
 */
export function mountWeb(
  app: Hono<RequestState>,
  files: Map<string, WebFile>,
): void {
  app.get("*", (c) => {
    c.get("state").route = "web";
    const file = files.get(c.req.path);
    if (file) return serve(c, file);
    const page = files.get("/index.html");
    if (page && wantsPage(c)) return serve(c, page);
    if (!page)
      return c.text("The web app is not built. Run: bun run build", 404);
    return c.notFound();
  });
}

// Whether the path is a page of the web app. For a missing script or image, the page would be a wrong answer.
function wantsPage(c: Context): boolean {
  return !/\.\w{2,5}$/.test(c.req.path);
}

function serve(c: Context, file: WebFile): Response {
  const cache = file.isImmutable
    ? "public, max-age=31536000, immutable"
    : "no-cache";
  const headers: Record<string, string> = {
    "cache-control": cache,
    "content-type": file.contentType,
    etag: file.etag,
    vary: "accept-encoding",
  };
  if (c.req.header("if-none-match") === file.etag)
    return c.body(null, 304, headers);
  const { body, encoding } = variantFor(
    file,
    c.req.header("accept-encoding") ?? "",
  );
  if (encoding) headers["content-encoding"] = encoding;
  return c.newResponse(body.stream(), 200, headers);
}

function variantFor(file: WebFile, accepted: string) {
  if (file.brotli && /\bbr\b/.test(accepted))
    return { body: file.brotli, encoding: "br" };
  if (file.gzip && /\bgzip\b/.test(accepted))
    return { body: file.gzip, encoding: "gzip" };
  return { body: file.body, encoding: undefined };
}
