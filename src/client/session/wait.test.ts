import { afterEach, beforeEach, expect, jest, test } from "bun:test";
import { TRPCClientError } from "@trpc/client";
import { createRoot } from "solid-js";
import { createWait, formatWait } from "./wait.ts";

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function tooMany(headers: Record<string, string>) {
  return new TRPCClientError("Too many requests.", {
    result: {
      error: {
        code: -32_029,
        message: "Too many requests.",
        data: { reason: "RATE_LIMITED" },
      } as never,
    },
    meta: { response: new Response(null, { headers }) },
  });
}

const openWait = () => createRoot(createWait);

test.each([
  [5, "0:05"],
  [60, "1:00"],
  [845, "14:05"],
])("%p seconds are shown as %p", (seconds, text) => {
  expect(formatWait(seconds)).toBe(text);
});

test("the wait counts down the seconds of Retry-After", () => {
  const wait = openWait();
  wait.startAfter(tooMany({ "retry-after": "90" }));
  expect(wait.secondsLeft()).toBe(90);
  jest.advanceTimersByTime(30_000);
  expect(wait.secondsLeft()).toBe(60);
  jest.advanceTimersByTime(60_000);
  expect(wait.secondsLeft()).toBe(0);
});

test("the wait is a minute without Retry-After, and other errors start none", () => {
  const wait = openWait();
  wait.startAfter(new Error("offline"));
  expect(wait.secondsLeft()).toBe(0);
  wait.startAfter(tooMany({}));
  expect(wait.secondsLeft()).toBe(60);
});
