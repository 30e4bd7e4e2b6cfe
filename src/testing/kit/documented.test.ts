import { expect, test } from "bun:test";
import { expectAsBuilt } from "./documented";

const page = { items: [], nextCursor: null };
const check = (output: object) => () =>
  expectAsBuilt("GET", "/api/organizations?limit=5", JSON.stringify(output));

test("a response that its schema describes passes", () => {
  expect(check(page)).not.toThrow();
});

test.each([
  ["with a further field", { ...page, secretHash: "x" }],
  ["with a further field in a row", { ...page, items: [{ secretHash: "x" }] }],
  ["without a field", { items: [] }],
])("a response %s fails the test", (_, output) => {
  expect(check(output)).toThrow("The response of organizations.list");
});
