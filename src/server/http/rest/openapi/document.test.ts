import { beforeAll, describe, expect, test } from "bun:test";
import { serverSuite } from "#testing/kit/suite";
import { procedures } from "#testing/matrix/procedures";
import { sources } from "#testing/rules/imports";
import { takesKeys } from "#server/features/key-access";
import { REASONS } from "#server/kernel/reasons";
import { createOpenApiDocument } from "./document";
import type {
  Document,
  Operation,
  Parameter,
  Reference,
  Response,
} from "./types";
import { appRouter } from "#server/features/router";

const server = serverSuite();
let document: Document;
beforeAll(async () => {
  const response = await fetch(new URL("/api/openapi.json", server.url));
  document = (await response.json()) as Document;
});

function operations() {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      address: `${method.toUpperCase()} ${path}`,
      path,
      operation,
    })),
  );
}

function parametersOf(operation: Operation): Parameter[] {
  return (operation.parameters ?? []).map((one) =>
    resolve(one, document.components.parameters),
  );
}

function responsesOf(operation: Operation): [status: string, Response][] {
  return Object.entries(operation.responses).map(([status, one]) => [
    status,
    resolve(one, document.components.responses),
  ]);
}

function resolve<T extends object>(one: T | Reference, all: Record<string, T>) {
  if (!("$ref" in one)) return one;
  const found = all[one.$ref.split("/").at(-1) ?? ""];
  if (!found) throw new Error(`${one.$ref} does not exist.`);
  return found;
}

test("the document has a title and the URL of the API", () => {
  expect(document.openapi).toMatch(/^3\.1\.\d$/);
  expect(document.info.title).toBe("Tenantry API");
  expect(document.servers).toEqual([{ url: `${server.url.origin}/api` }]);
});

test("only the command and the first request load the code of the document", () => {
  const transpiler = new Bun.Transpiler({ loader: "ts" });
  const loads = [...sources].flatMap(([file, text]) =>
    file.endsWith(".ts")
      ? transpiler
          .scanImports(text)
          .filter(({ path }) => path.endsWith("openapi/document"))
          .map(({ kind }) => [file, kind])
      : [],
  );
  expect(loads).toEqual([
    ["server/cli/actions/openapi.ts", "import-statement"],
    ["server/http/rest/docs.ts", "dynamic-import"],
  ]);
});

test("an operation with `updatedAt` describes it", () => {
  const changes = operations().filter(({ operation }) =>
    parametersOf(operation).some(({ name }) => name === "If-Match"),
  );
  expect(changes.map(({ address }) => address)).toEqual([
    "PUT /organizations/{org}",
    "PUT /organizations/{org}/roles/{roleId}",
    "PUT /organizations/{org}/projects/{projectId}",
    "PUT /organizations/{org}/service-accounts/{id}",
  ]);
  for (const { operation } of changes)
    expect(operation.description).toContain("Send the `updatedAt` you read.");
});

test("the document contains every procedure with a path and nothing else", () => {
  const declared = procedures.flatMap(({ meta: { openapi } }) =>
    openapi ? [`${openapi.method} ${openapi.path}`] : [],
  );
  expect(
    operations()
      .map(({ address }) => address)
      .toSorted(),
  ).toEqual(declared.toSorted());
});

test("every operation has a unique ID, a summary and a tag", () => {
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { operation } of operations()) {
    expect(operation.summary).toMatch(/^[A-Z].{5,}[^.]$/);
    expect(operation.tags).toHaveLength(1);
  }
});

test("every path parameter is required, and every parameter has a schema", () => {
  for (const { path, operation } of operations()) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(
      ([, name = ""]) => name,
    );
    const parameters = parametersOf(operation);
    const required = parameters.filter(
      (one) => one.in === "path" && one.required,
    );
    expect(required.map(({ name }) => name).toSorted()).toEqual(
      inPath.toSorted(),
    );
    for (const parameter of parameters) expect(parameter.schema).toBeObject();
  }
});

test("a body is JSON with a schema, and every error is a Problem", () => {
  for (const { operation, address } of operations()) {
    const { requestBody } = operation;
    if (requestBody)
      expect(Object.keys(requestBody.content)).toEqual(["application/json"]);
    for (const [status, response] of responsesOf(operation)) {
      expect(response.description).toBeString();
      if (Number(status) >= 400)
        expect([address, response.content]).toEqual([
          address,
          {
            "application/json": {
              schema: { $ref: "#/components/schemas/Problem" },
            },
          },
        ]);
      else if (status === "204" || status === "301")
        expect(response.content).toBeUndefined();
      else expect(Object.values(response.content ?? {})).not.toBeEmpty();
    }
  }
});

test("a response that asks to repeat has Retry-After", () => {
  for (const { operation } of operations())
    for (const [status, { headers }] of responsesOf(operation))
      expect(Object.hasOwn(headers ?? {}, "Retry-After")).toBe(
        status === "429" || status === "503",
      );
});

test("the document has at most 2.5 KiB per operation, and is sent with at most 400 bytes of them", () => {
  const text = JSON.stringify(document);
  const count = operations().length;
  expect(text.length).toBeLessThan(count * 2560);
  expect(Bun.gzipSync(text).length).toBeLessThan(count * 400);
});

test("every reason belongs to an operation, except those of other parts of the program", () => {
  const listed = operations().flatMap(({ operation }) =>
    responsesOf(operation).flatMap(
      ([, response]) => response["x-reasons"] ?? [],
    ),
  );
  const others = Object.keys(REASONS).filter((one) => !listed.includes(one));
  expect(others.toSorted()).toEqual([
    "API_KEY_MISSING",
    "HOST_NOT_ALLOWED",
    "INTERNAL",
    "KEY_NOT_ALLOWED",
    "METHOD_NOT_SUPPORTED",
    "SIGNATURE_INVALID",
    "URL_TOO_LONG",
    "VIEWING_AS_ROLE",
  ]);
});

test("every time has the format of a time", () => {
  const times = Object.entries(document.components.schemas).flatMap(
    ([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([field]) => field.endsWith("At"))
        .map(([field, schema]): [string, string] => [
          `${name}.${field}`,
          JSON.stringify(schema),
        ]),
  );
  expect(times.length).toBeGreaterThan(30);
  for (const [name, schema] of times)
    expect([name, schema]).toEqual([
      name,
      expect.stringContaining('"format":"date-time"'),
    ]);
});

test("an operation lists API keys if its procedure takes them", () => {
  for (const { path, meta } of procedures) {
    if (!meta.openapi) continue;
    const { method, path: address } = meta.openapi;
    const operation = document.paths[address]?.[method.toLowerCase()];
    const named = operation?.security.flatMap((one) => Object.keys(one));
    expect([path, named?.includes("apiKey")]).toEqual([path, takesKeys(path)]);
    const [, success] = responsesOf(operation as Operation)[0] ?? [];
    expect(Object.hasOwn(success?.headers ?? {}, "RateLimit")).toBe(
      takesKeys(path),
    );
  }
});

test("every reference has a component, and every component is used", () => {
  const text = JSON.stringify(document);
  const references = new Set(
    [...text.matchAll(/"#\/components\/([^"]+)"/g)].map(([, name]) => name),
  );
  const { securitySchemes: _, ...components } = document.components;
  const names = Object.entries(components).flatMap(([kind, all]) =>
    Object.keys(all).map((name) => `${kind}/${name}`),
  );
  expect([...references].toSorted()).toEqual(names.toSorted());
});

describe("an operation declares its statuses:", () => {
  test.each([
    ["POST /auth/sign-up", ["201", "202"]],
    ["POST /auth/verify-email/resend", ["202"]],
    ["POST /auth/forgot-password", ["202"]],
    ["POST /auth/reset-password", ["200"]],
    ["POST /auth/change-password", ["204"]],
    ["POST /auth/sign-in", ["200"]],
    ["POST /auth/sign-out", ["204"]],
    ["POST /organizations", ["201"]],
    ["PUT /organizations/{org}", ["200"]],
    ["DELETE /organizations/{org}", ["204"]],
    ["POST /organizations/{org}/invitations", ["200", "201"]],
    ["POST /organizations/{org}/projects", ["201"]],
    ["DELETE /organizations/{org}/projects/{projectId}", ["204"]],
  ])("%s", (address, statuses) => {
    const found = operations().find((one) => one.address === address);
    const declared = Object.keys(found?.operation.responses ?? {});
    expect(declared.filter((status) => status < "300")).toEqual(statuses);
  });
});

test("open operations are marked, and all others need a session", async () => {
  const open = operations().filter(
    ({ operation }) => operation.security.length === 0,
  );
  expect(open.map(({ address }) => address)).toEqual(
    expect.arrayContaining([
      "POST /auth/sign-up",
      "POST /auth/sign-in",
      "POST /invitations/preview",
    ]),
  );
  const closed = operations().filter(
    ({ operation }) => operation.security.length > 0,
  );
  for (const { address } of closed) {
    const [method = "", path = ""] = address.split(" ");
    const answer = await server
      .stranger()
      .call(method, path.replace(/\{\w+\}/g, "x"));
    expect(`${address} ${answer.status}`).toBe(`${address} 401`);
  }
});

test("the session cookie has another name on https", () => {
  const { components } = createOpenApiDocument(
    appRouter,
    new URL("https://app.example.com"),
  );
  expect(components?.securitySchemes?.session).toMatchObject({
    in: "cookie",
    name: "__Host-sid",
  });
  expect(document.components.securitySchemes.session).toMatchObject({
    name: "sid",
  });
});
