import { expect, test } from "bun:test";
import { TRPCClientError } from "@trpc/client";
import { problemOf } from "#client/lib/problem";
import { seenFromOutside } from "./no-seat";

function refused(reason: string): TRPCClientError<never> {
  return TRPCClientError.from({
    error: {
      code: -32_000,
      message: "As the server says it.",
      data: { reason },
    },
  } as never);
}

test("somebody who is not in yet is told whom to ask for a seat", () => {
  const { message } = problemOf(seenFromOutside(refused("SEAT_LIMIT")));
  expect(message).toContain("Ask whoever invited you, or an admin");
});

test("any other refusal stays as it is", () => {
  const error = refused("INVITATION_INVALID");
  expect(seenFromOutside(error)).toBe(error);
});
