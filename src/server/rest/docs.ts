import type { Hono } from "hono";
import { html } from "hono/html";
import type { Config } from "../config";
import type { RequestState } from "../http/request-state";
import type { AppRouter } from "../router";
import { createOpenApiDocument } from "./openapi";

/** `/api/openapi.json`, and `/api/docs` as a page that lists it. The document is made once, when it is first asked for. */
export function mountDocs(
  app: Hono<RequestState>,
  router: AppRouter,
  { publicUrl }: Config,
): void {
  let made: ReturnType<typeof createOpenApiDocument> | undefined;
  const document = () => (made ??= createOpenApiDocument(router, publicUrl));
  app.get("/api/openapi.json", (c) => c.json(document()));
  app.get("/api/docs", (c) => c.html(page(document())));
}

type Document = ReturnType<typeof createOpenApiDocument>;

function page({ info, paths }: Document) {
  const operations = Object.entries(paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods ?? {}).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      summary: (operation as { summary?: string }).summary ?? "",
      tag: (operation as { tags?: string[] }).tags?.[0] ?? "other",
    })),
  );
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${info.title}</title>
        <link rel="stylesheet" href="/dev-mail.css" />
      </head>
      <body>
        <main>
          <h1>${info.title}</h1>
          <p>${info.description}</p>
          <p>
            Shapes of every input and answer are in
            <a href="/api/openapi.json">openapi.json</a>.
          </p>
          ${tags.map(
            (tag) =>
              html`<h2>${tag}</h2>
                <table>
                  ${operations
                    .filter((operation) => operation.tag === tag)
                    .map(
                      ({ method, path, summary }) =>
                        html`<tr>
                          <td><code>${method}</code></td>
                          <td><code>${path}</code></td>
                          <td>${summary}</td>
                        </tr>`,
                    )}
                </table>`,
          )}
        </main>
      </body>
    </html>`;
}
