import { expect, test } from "bun:test";
import { LibsqlError } from "@libsql/client";
import { TRPCError } from "@trpc/server";
import { DrizzleQueryError } from "drizzle-orm";
import { messageOf, toLoggedError } from "./logged-error";

const VALUE = "vera@example.com";
const QUERY = "select id from users where email = ?";

function failedQuery() {
  const cause = new LibsqlError("no such table: users", "SQLITE_ERROR");
  return new DrizzleQueryError(QUERY, [VALUE], cause);
}

test.each([
  ["a failed query", failedQuery()],
  [
    "what wraps a failed query",
    new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: failedQuery() }),
  ],
  [
    "what wraps that again",
    new Error("outer", {
      cause: new TRPCError({
        code: "INTERNAL_SERVER_ERROR",
        cause: failedQuery(),
      }),
    }),
  ],
])("%s is logged without the values that were bound", (_what, error) => {
  expect(`${error.stack}${JSON.stringify(error)}`).not.toBe("");
  const logged = JSON.stringify(toLoggedError(error));
  expect(logged).not.toContain(VALUE);
  expect(logged).toContain(QUERY);
  expect(logged).toContain("no such table: users");
  expect(logged).toContain("SQLITE_ERROR");
  expect(logged).toContain("logged-error.test.ts");
  expect(messageOf(error)).not.toContain(VALUE);
});

test("a value with a line like a stack frame is not logged as a frame", () => {
  const value = "x\n    at secret";
  const error = new DrizzleQueryError(QUERY, [value], new Error("failed"));
  const logged = toLoggedError(error);
  expect(JSON.stringify(logged)).not.toContain("secret");
});

test("other fields of an error are not logged", () => {
  const error = Object.assign(new Error("It failed."), {
    code: "EFAIL",
    path: "http://user:password@example.com",
    args: [VALUE],
  });
  const { stack, ...logged } = toLoggedError(error);
  expect(stack).toContain("logged-error.test.ts");
  expect(logged).toEqual({
    type: "Error",
    code: "EFAIL",
    message: "It failed.",
  });
});

test("a thrown value that is no error is logged as text", () => {
  expect(toLoggedError("gone")).toEqual({ type: "string", message: "gone" });
  expect(toLoggedError(undefined).message).toBe("undefined");
});
