import { expect, spyOn, test } from "bun:test";
import { TRPCClientError } from "@trpc/client";
import { problemOf } from "./problem.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { toast } from "#client/ui/toast.ts";

function refusal(data: Record<string, unknown>) {
  return new TRPCClientError("In the server's words.", {
    result: { error: { code: -32009, message: "", data } },
  });
}

test("whoever was faster is named, and what to do is said", () => {
  const changedAt = new Date(Date.now() - 200_000).toISOString();
  const changedBy = { id: "usr_a", name: "Ana" };
  expect(
    problemOf(refusal({ reason: "STALE", changedBy, changedAt })).message,
  ).toBe(
    "\u2068Ana\u2069 changed this 3 minutes ago. Review the latest version and try again.",
  );
});

test("where nobody is known to have been faster, nobody is named", () => {
  expect(problemOf(refusal({ reason: "STALE" })).message).toStartWith(
    "In the server's words.",
  );
});

test("what the server says for people is said in its words", () => {
  expect(problemOf(refusal({ reason: "SLUG_TAKEN" })).message).toBe(
    "In the server's words.",
  );
});

test("when it is not known whether a change was stored, no toast says that it was not", () => {
  const unknown = refusal({ reason: "OUTCOME_UNKNOWN" });
  expect(problemOf(unknown).message).toContain(
    "Check whether your change was saved",
  );
  const shown = spyOn(toast, "error").mockImplementation(() => {});
  toastProblem("The role was not changed.", unknown);
  toastProblem("The role was not changed.", refusal({ reason: "BUSY" }));
  expect(shown.mock.calls.map(([title]) => title)).toEqual([
    "This may or may not be saved.",
    "The role was not changed.",
  ]);
  shown.mockRestore();
});
