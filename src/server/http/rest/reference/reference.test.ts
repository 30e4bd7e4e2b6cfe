import { beforeAll, describe, expect, test } from "bun:test";
import { serverSuite } from "#testing/kit/suite";
import type { Document } from "../openapi/types";
import { readOperations } from "./operations";
import { createSnippets } from "./snippets";
import { renderReference } from "./page";

describe("the page of the server", () => {
  const server = serverSuite();
  let document: Document;
  let page: string;
  let headers: Headers;
  beforeAll(async () => {
    const response = await fetch(new URL("/api/docs", server.url));
    ({ headers } = response);
    page = await response.text();
    const read = await fetch(new URL("/api/openapi.json", server.url));
    document = (await read.json()) as Document;
  });

  test("shows every operation with its path, a link target and both languages", () => {
    expect(headers.get("content-type")).toBe("text/html; charset=UTF-8");
    for (const { id, path } of readOperations(document)) {
      expect(page).toContain(`<code>${path}</code>`);
      expect(page).toContain(`id="${id}"`);
      const procedure = id.replaceAll("-", ".");
      expect(page).toMatch(
        new RegExp(`await tenantry\\.${procedure}\\.(query|mutate)\\(`),
      );
    }
  });

  test("has no inline script or style, and loads nothing from elsewhere", async () => {
    const loaded: string[] = [];
    const inline: string[] = [];
    await new HTMLRewriter()
      .on("*", {
        element({ tagName, attributes }) {
          for (const [name, value] of attributes) {
            if (name === "style" || name.startsWith("on"))
              inline.push(`${tagName} ${name}`);
            const isLoaded = tagName === "link" ? "href" : "src";
            if (name === isLoaded) loaded.push(value);
          }
        },
      })
      .on("style, script:not([src])", {
        element: ({ tagName }) => void inline.push(tagName),
      })
      .transform(new Response(page))
      .text();
    expect(inline).toEqual([]);
    expect(loaded.length).toBeGreaterThan(3);
    for (const address of loaded) expect(address).toMatch(/^\/\w/);
  });

  test("has a policy that allows only files and requests of the server", () => {
    const policy = headers.get("content-security-policy")?.split("; ");
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
      ]),
    );
    expect(policy?.join()).not.toContain("unsafe");
  });

  test("has every ID once, and every link within the page has a target", async () => {
    const ids: string[] = [];
    const links: string[] = [];
    await new HTMLRewriter()
      .on("[id]", {
        element: (element) => void ids.push(element.getAttribute("id") ?? ""),
      })
      .on("a[href^='#']", {
        element: (element) =>
          void links.push(element.getAttribute("href")?.slice(1) ?? ""),
      })
      .transform(new Response(page))
      .text();
    expect(ids.length).toBe(new Set(ids).size);
    expect(links.filter((link) => !ids.includes(link))).toEqual([]);
  });
});

/** A document with everything that the generator may write: named parts, examples, and a scheme for API keys. */
const SMALL: Document = {
  openapi: "3.1.1",
  info: {
    title: "Small API",
    description: "An API for this test.",
    version: "2.0.0",
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: "https://app.example.com/api" }],
  tags: [
    { name: "Things", description: "Things are `useful`." },
    { name: "Status", description: "The state of the server." },
  ],
  paths: {
    "/organizations/{org}/things/{thingId}": {
      put: {
        operationId: "things-update",
        summary: "Change a thing",
        tags: ["Things"],
        security: [{ session: [] }, { apiKey: [] }],
        "x-permission": ["thing:update", "thing:updateOwn"],
        parameters: [
          { $ref: "#/components/parameters/org" },
          {
            in: "path",
            name: "thingId",
            required: true,
            schema: { type: "string" },
          },
        ],
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/ThingInput" },
              examples: { recorded: { value: { name: "Ana's <thing>" } } },
            },
          },
        },
        responses: {
          "200": {
            description: "The thing",
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/Thing" },
              },
            },
          },
          "409": {
            description: "A conflict",
            "x-reasons": ["STALE"],
          },
        },
      },
    },
    "/status": {
      get: {
        operationId: "status-read",
        summary: "Read the status",
        tags: ["Status"],
        security: [],
        responses: { "204": { description: "Done" } },
      },
    },
  },
  components: {
    headers: {},
    responses: {},
    securitySchemes: {},
    parameters: {
      org: {
        in: "path",
        name: "org",
        required: true,
        schema: { type: "string" },
        example: "acme",
      },
    },
    schemas: {
      ThingInput: {
        type: "object",
        required: ["name"],
        properties: {
          name: { type: "string", minLength: 1, maxLength: 20 },
          kind: { enum: ["small", "large"], default: "small" },
        },
      },
      Thing: {
        allOf: [
          { $ref: "#/components/schemas/ThingInput" },
          {
            type: "object",
            properties: {
              parts: {
                type: "array",
                items: { $ref: "#/components/schemas/Thing" },
              },
            },
          },
        ],
      },
    },
  },
};

/** The text of the page without its elements, with single spaces. */
async function textOf(document: Document): Promise<string> {
  const page = await renderReference(document);
  return page.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

test("an operation shows how to authenticate, its permissions and its reasons", async () => {
  const text = await textOf(SMALL);
  expect(text).toContain(
    "Authentication Session or API key Permission thing:update or thing:updateOwn",
  );
  expect(text).toContain("Errors 409 STALE");
  expect(text).toContain("Authentication None Permission None");
});

test("an operation that only accepts API keys has no form, because a browser has no key", async () => {
  const { paths } = SMALL;
  const read = paths["/status"]?.get;
  if (!read) throw new Error("The document has no status.");
  const page = await renderReference({
    ...SMALL,
    paths: {
      ...paths,
      "/status": { get: { ...read, security: [{ apiKey: [] }] } },
    },
  });
  expect(page).toContain("API key only");
  expect(page).not.toContain('data-path="/api/status"');
  expect(await renderReference(SMALL)).toContain('data-path="/api/status"');
});

test("named schemas are shown once, and other schemas link to them", async () => {
  const page = await renderReference(SMALL);
  expect(page).toContain('id="schema-Thing"');
  expect(page).toContain('list of <a href="#schema-Thing">Thing</a>');
  const text = await textOf(SMALL);
  expect(text).toContain("name string 1 to 20 characters");
  expect(text).toMatch(/kind string optional one of small or large/);
});

test("the texts of the document cannot add elements to the page", async () => {
  const page = await renderReference(SMALL);
  expect(page).not.toContain("<thing>");
  expect(page).toContain("<p>Things are <code>useful</code>.</p>");
});

test("the examples of the document are used in both languages", () => {
  const [update, read] = readOperations(SMALL).map((operation) =>
    createSnippets(SMALL, operation),
  );
  expect(update).toEqual({
    curl: [
      'curl -X PUT "https://app.example.com/api/organizations/acme/things/$THING_ID"',
      '-H "Authorization: Bearer $TENANTRY_API_KEY"',
      '-H "Content-Type: application/json"',
      `-d '{"name":"Ana'\\''s <thing>"}'`,
    ].join(" \\\n  "),
    typescript:
      'const result = await tenantry.things.update.mutate({ thingId, name: "Ana\'s <thing>" });',
  });
  expect(read).toEqual({
    curl: 'curl "https://app.example.com/api/status"',
    typescript: "await tenantry.status.read.query();",
  });
});
