import { expect, test } from "bun:test";
import { TRPCClientError } from "@trpc/client";
import { problemOf } from "#client/lib/problem";
import { explainNoSeat } from "./no-seat";

function refused(reason: string): TRPCClientError<never> {
  return TRPCClientError.from({
    error: {
      code: -32_000,
      message: "As the server says it.",
      data: { reason },
    },
  } as never);
}

test("a user who is not a member yet learns whom to ask for a seat", () => {
  const { message } = problemOf(explainNoSeat(refused("SEAT_LIMIT")));
  expect(message).toContain("Ask an admin");
});

test("other errors stay unchanged", () => {
  const error = refused("INVITATION_INVALID");
  expect(explainNoSeat(error)).toBe(error);
});
