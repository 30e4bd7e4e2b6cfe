import { describe, expect, test } from "bun:test";
import { getTRPCErrorFromUnknown } from "@trpc/server/unstable-core-do-not-import";
import { DomainError } from "#server/kernel/errors";
import type { Reason } from "#server/kernel/reasons";
import { toErrorResponse } from "./error-response";

const answerOf = (error: DomainError) =>
  toErrorResponse(getTRPCErrorFromUnknown(error), "req_1");

describe("an answer that the service is unavailable", () => {
  test.each<Reason>([
    "BUSY",
    "DNS_FAILED",
    "PROVIDER_FAILED",
    "BILLING_FAILED",
  ])("says when to try again, for %s", (reason) => {
    const { status, headers } = answerOf(new DomainError(reason));
    expect(status).toBe(503);
    expect(headers).toEqual({ "retry-after": "5" });
  });

  test("names the time that the refusal knows", () => {
    const error = new DomainError("BUSY", undefined, { retryAfter: 60 });
    expect(answerOf(error).headers).toEqual({ "retry-after": "60" });
  });

  test("is the only one that says it without being told", () => {
    expect(answerOf(new DomainError("LAST_ADMIN")).headers).toEqual({});
  });
});
