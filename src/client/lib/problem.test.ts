import { expect, spyOn, test } from "bun:test";
import { TRPCClientError } from "@trpc/client";
import { z } from "zod";
import { problemOf } from "./problem.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { toast } from "#client/ui/toast.ts";

function refusal(data: Record<string, unknown>) {
  return new TRPCClientError("In the server's words.", {
    result: { error: { code: -32009, message: "", data } },
  });
}

test("a stale change names who changed the data and what to do", () => {
  const changedAt = new Date(Date.now() - 200_000).toISOString();
  const changedBy = { id: "usr_a", name: "Ana" };
  expect(
    problemOf(refusal({ reason: "STALE", changedBy, changedAt })).message,
  ).toBe(
    "\u2068Ana\u2069 changed this 3 minutes ago. Review the latest version and try again.",
  );
});

test("a stale change without a known user names no user", () => {
  expect(problemOf(refusal({ reason: "STALE" })).message).toStartWith(
    "In the server's words.",
  );
});

test("an error without a text of the page shows the message of the server", () => {
  expect(problemOf(refusal({ reason: "SLUG_TAKEN" })).message).toBe(
    "In the server's words.",
  );
});

test("the toast of an unknown outcome does not say that the change failed", () => {
  const unknown = refusal({ reason: "OUTCOME_UNKNOWN" });
  expect(problemOf(unknown).message).toContain(
    "Check whether your change was saved",
  );
  const shown = spyOn(toast, "error").mockImplementation(() => {});
  toastProblem("The role was not changed.", unknown);
  toastProblem("The role was not changed.", refusal({ reason: "BUSY" }));
  expect(shown.mock.calls.map(([title]) => title)).toEqual([
    "We couldn’t confirm that this was saved.",
    "The role was not changed.",
  ]);
  shown.mockRestore();
});

test("a form shows the text of its schema, or else the text of the rule", () => {
  const schema = z.object({
    code: z.string().length(6, { error: () => "Enter the 6 digits." }),
    name: z.string().min(1, "NAME_REQUIRED"),
    note: z.string().max(3),
  });
  const { error } = schema.safeParse({ code: "", name: "", note: "long" });
  expect(problemOf(error).issues.map(({ message }) => message)).toEqual([
    "Enter the 6 digits.",
    "Enter a name.",
    "Use at most 3 characters.",
  ]);
});
