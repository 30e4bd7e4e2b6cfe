import { expect, test } from "bun:test";
import { TRPCClientError } from "@trpc/client";
import { createRoot } from "solid-js";
import { z } from "zod";
import { createFormProblems } from "./form-problems.ts";
import type { Reason } from "#sdk/errors.ts";

const statusOf = (reason: Reason) => (reason === "INTERNAL" ? 500 : 409);

function refusal(
  reason: Reason,
  message: string,
  issues?: { path: string; message: string }[],
) {
  return new TRPCClientError(message, {
    result: {
      error: {
        code: -32_000,
        message,
        data: {
          reason,
          requestId: "req_1",
          issues,
          httpStatus: statusOf(reason),
        },
      } as never,
    },
  });
}

function createProblems() {
  return createRoot(() =>
    createFormProblems(["name", "slug"], { SLUG_TAKEN: "slug" }),
  );
}

test("a schema issue is shown at its field", async () => {
  const problems = createProblems();
  const schema = z.object({ name: z.string().min(1, "NAME_REQUIRED") });
  expect(await problems.attempt(() => schema.parse({ name: "" }))).toBe(false);
  expect(problems.at("name")).toBe("Enter a name.");
  expect(problems.at("slug")).toBeUndefined();
  expect(problems.general()).toEqual([]);
});

test("an error reason of a field is shown at it", async () => {
  const problems = createProblems();
  await problems.attempt(() => {
    throw refusal("SLUG_TAKEN", "This address is taken.");
  });
  expect(problems.at("slug")).toBe("This address is taken.");
  expect(problems.general()).toEqual([]);
});

test("the server's issues are shown at their fields, the others above the form", async () => {
  const problems = createProblems();
  await problems.attempt(() => {
    throw refusal("INVALID_INPUT", "name: Too long. colour: Unknown.", [
      { path: "name", message: "Too long." },
      { path: "colour", message: "Unknown." },
    ]);
  });
  expect(problems.at("name")).toBe("Too long.");
  expect(problems.general()).toEqual([{ message: "Unknown." }]);
});

test("an error about no field is shown above the form", async () => {
  const problems = createProblems();
  await problems.attempt(() => {
    throw refusal("SEAT_LIMIT", "No seats.");
  });
  expect(problems.general()).toEqual([{ message: "No seats." }]);
  expect(problems.requestId()).toBeUndefined();
});

test("a fault of the server is shown with its request id", async () => {
  const problems = createProblems();
  await problems.attempt(() => {
    throw refusal("INTERNAL", "Something went wrong.");
  });
  expect(problems.requestId()).toBe("req_1");
});

test("a missing answer is shown, and the next attempt clears it", async () => {
  const problems = createProblems();
  await problems.attempt(() => {
    throw new TRPCClientError("Failed to fetch");
  });
  expect(problems.general()[0]?.message).toContain("can’t reach the server");
  expect(await problems.attempt(() => {})).toBe(true);
  expect(problems.general()).toEqual([]);
});
