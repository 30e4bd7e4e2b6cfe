import { expect, mock, test } from "bun:test";
import { TRPCClientError } from "@trpc/client";
import { pendingReauthentication, reauthenticated } from "./reauthenticated.ts";

function refusal(reason: string) {
  return new TRPCClientError("Refused", {
    result: { error: { code: -32_000, message: "Refused", data: { reason } } },
  } as never);
}

test("an accepted action asks for nothing", async () => {
  expect(await reauthenticated(async () => "done")).toBe("done");
  expect(pendingReauthentication()).toBeUndefined();
});

test("the action is repeated after reauthentication", async () => {
  const action = mock(async () => {
    if (action.mock.calls.length === 1)
      throw refusal("REAUTHENTICATION_REQUIRED");
    return "done";
  });
  const result = reauthenticated(action);
  await Bun.sleep(0);
  pendingReauthentication()?.answer(true);
  expect(await result).toBe("done");
  expect(pendingReauthentication()).toBeUndefined();
});

test("the action is not repeated without reauthentication", async () => {
  const action = mock(async () => {
    throw refusal("REAUTHENTICATION_REQUIRED");
  });
  const result = reauthenticated(action);
  await Bun.sleep(0);
  pendingReauthentication()?.answer(false);
  expect(result).rejects.toThrow("Nothing was changed");
  expect(action).toHaveBeenCalledTimes(1);
});

test("another error is thrown unchanged", async () => {
  const result = reauthenticated(async () => {
    throw refusal("LAST_ADMIN");
  });
  expect(result).rejects.toThrow("Refused");
  expect(pendingReauthentication()).toBeUndefined();
});
