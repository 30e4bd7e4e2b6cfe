import { html } from "hono/html";
import type { Document, JsonSchema } from "../openapi/types";
import { readOperations, readTags, type Tag } from "./operations";
import { schemaFields } from "./fields";
import { introduction } from "./introduction";
import { operationSection } from "./operation";
import { serverUrl } from "./snippets";
import { type Html, paragraphs } from "./text";

/**
 * Renders the API reference. The page can be read without scripts; `public/reference/main.js` adds search, tabs and
 * requests.
 */
export async function renderReference(document: Document): Promise<string> {
  const text = String(await page(document));
  // The indentation of the templates is a sixth of the page. Code contains no `<`, so it keeps its white space.
  return text.replace(/\s*\n\s*(?=<)/g, "\n");
}

function page(document: Document): Html {
  const chapters = introduction(document);
  const tags = readTags(document);
  const schemas = linkedSchemas(document);
  const { title, version } = document.info;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/favicon.svg" />
        <script src="/before-paint.js"></script>
        <link rel="stylesheet" href="/base.css" />
        <link rel="stylesheet" href="/reference/reference.css" />
        <script type="module" src="/reference/main.js"></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header>
          <a href="/"
            ><img src="/logo.svg" alt="" width="20" height="20" />Tenantry</a
          >
          <a href="/api/openapi.json">OpenAPI document</a>
        </header>
        <div class="layout">
          <aside>
            <search class="search">
              <label for="search">Search operations</label>
              <input
                type="search"
                id="search"
                autocomplete="off"
                spellcheck="false"
              />
              <p id="found" role="status"></p>
            </search>
            <nav aria-label="Contents">
              <ul role="list">
                ${chapters.map((chapter) => navLink(chapter.id, chapter.title))}
              </ul>
              <ul role="list">
                ${tags.map((tag) => navLink(tagId(tag), tag.name))}
                ${schemas.length > 0 ? navLink("schemas", "Schemas") : ""}
              </ul>
            </nav>
          </aside>
          <main id="main" tabindex="-1">
            <h1>${title} <small>${version}</small></h1>
            <p>
              Every path starts with <code>${serverUrl(document)}</code>. Bodies
              are JSON, and times are ISO 8601 in UTC. <code>{org}</code> is the
              slug or the ID of an organization.
            </p>
            ${chapters.map(
              ({ id, title: heading, content }) =>
                html`<section class="chapter" id="${id}">
                  <h2>${heading}</h2>
                  ${content}
                </section>`,
            )}
            ${tags.map((tag) => tagSection(document, tag))}
            ${schemas.length > 0 ? schemaSection(document, schemas) : ""}
            <p id="nothing-found" hidden>No operations match your search.</p>
          </main>
        </div>
        <datalist id="organizations"></datalist>
        ${confirmation()}
      </body>
    </html>`;
}

function navLink(id: string, label: string): Html {
  return html`<li><a href="#${id}">${label}</a></li>`;
}

function tagId({ name }: Tag): string {
  return `tag-${name.replace(/\W+/g, "-").toLowerCase()}`;
}

function tagSection(document: Document, tag: Tag): Html {
  return html`<section class="tag" id="${tagId(tag)}">
    <h2>${tag.name}</h2>
    ${paragraphs(tag.description)}
    <div class="operations">
      ${tag.operations.map((one) => operationSection(document, one))}
    </div>
  </section>`;
}

/** The schemas to which fields link. The fields of all other named schemas are shown at their operations. */
function linkedSchemas(document: Document): [name: string, JsonSchema][] {
  const { schemas } = document.components;
  const parameters = readOperations(document).map((one) => one.parameters);
  const text = JSON.stringify([Object.values(schemas), parameters]);
  return Object.entries(schemas).filter(([name]) =>
    text.includes(`"#/components/schemas/${name}"`),
  );
}

function schemaSection(
  document: Document,
  schemas: [name: string, schema: JsonSchema][],
): Html {
  return html`<section class="chapter" id="schemas">
    <h2>Schemas</h2>
    <div class="operations">
      ${schemas.map(
        ([name, schema]) =>
          html`<details>
            <summary><h3>${name}</h3></summary>
            <div class="content" id="schema-${name}">
              ${schema.description ? paragraphs(schema.description) : ""}
              ${schemaFields(document, schema)}
            </div>
          </details>`,
      )}
    </div>
  </section>`;
}

/** The dialog that asks before a change is sent. */
function confirmation(): Html {
  return html`<dialog id="confirmation" aria-labelledby="confirmation-title">
    <form method="dialog">
      <h2 id="confirmation-title">Send this request?</h2>
      <p><code class="request"></code></p>
      <p>This changes real data, using your session.</p>
      <p class="actions">
        <button value="cancel" autofocus>Cancel</button>
        <button value="send" class="primary">Send request</button>
      </p>
    </form>
  </dialog>`;
}
