import { describe, expect, test } from "bun:test";
import { getTRPCErrorFromUnknown } from "@trpc/server/unstable-core-do-not-import";
import { DomainError } from "#server/kernel/errors";
import type { Reason } from "#server/kernel/reasons";
import { toErrorResponse } from "./error-response";

const answerOf = (error: DomainError) =>
  toErrorResponse(getTRPCErrorFromUnknown(error), "req_1");

describe("a 503 response", () => {
  test.each<Reason>([
    "BUSY",
    "DNS_FAILED",
    "PROVIDER_FAILED",
    "BILLING_FAILED",
  ])("has Retry-After for %s", (reason) => {
    const { status, headers } = answerOf(new DomainError(reason));
    expect(status).toBe(503);
    expect(headers).toEqual({ "retry-after": "5" });
  });

  test("has the time of the error in Retry-After", () => {
    const error = new DomainError("BUSY", undefined, { retryAfter: 60 });
    expect(answerOf(error).headers).toEqual({ "retry-after": "60" });
  });

  test("is the only one with a default Retry-After", () => {
    expect(answerOf(new DomainError("LAST_ADMIN")).headers).toEqual({});
  });
});
