import { beforeAll, describe, expect, test } from "bun:test";
import recorded from "#server/http/rest/openapi/examples.json";
import { appRouter } from "#server/features/router";
import { createOpenApiDocument } from "#server/http/rest/openapi/document";
import type { Example } from "#server/http/rest/openapi/examples";
import { procedures } from "../matrix/procedures";
import { createChecker, operationOf } from "./check";
import { recordExamples } from "./record";

const RECORD = "Run `bun run docs:examples`.";
const examples: Record<string, Example> = recorded;
const document = createOpenApiDocument(
  appRouter,
  new URL("https://app.example.com"),
);
const checker = createChecker(document);
const described = procedures.filter(({ meta }) => meta.openapi);

test("every operation has a recorded example, and every example an operation", () => {
  const paths = described.map(({ path }): string => path);
  const lacking = paths.filter((path) => !examples[path]);
  expect([lacking, RECORD]).toEqual([[], RECORD]);
  const left = Object.keys(examples).filter((path) => !paths.includes(path));
  expect([left, RECORD]).toEqual([[], RECORD]);
});

describe("the example has the documented shape:", () => {
  test.each(described.map(({ path }) => path))("%s", (path) => {
    const { parameters = {}, body, status, response } = examples[path] ?? {};
    const operation = operationOf(document, path);
    for (const [name, value] of Object.entries(parameters))
      expect(checker.parameter(operation, name, value)).toEqual([]);
    if (body !== undefined)
      expect(checker.requestBody(operation, body)).toEqual([]);
    expect(checker.response(operation, status ?? 0, response)).toEqual([]);
  });
});

describe("the recording", () => {
  let again: Record<string, Example>;
  beforeAll(async () => {
    again = await recordExamples();
  });

  test.each(described.map(({ path }) => path))(
    `of %s is the same today (if it should change: bun run docs:examples)`,
    (path) => {
      expect(again[path]).toEqual(examples[path]);
    },
  );
});
