import { beforeEach, expect, spyOn, test } from "bun:test";
import { TRPCClientError } from "@trpc/client";
import type { Reason } from "#sdk/errors.ts";
import { createQueryClient } from "./query-client.ts";
import { mayBeSignedIn, storeSignInHint } from "./sign-in-hint.ts";

const CONTEXT = [["auth", "context"], { type: "query" }] as const;
const PROJECTS = [["projects", "list"], { type: "query" }] as const;

beforeEach(() => localStorage.clear());

function refusal(reason: Reason) {
  return new TRPCClientError(reason, {
    result: {
      error: { code: -32_000, message: reason, data: { reason } } as never,
    },
  });
}

/** Creates a cache that contains a signed-in user, and observes the refetches of the auth context. */
function openCache() {
  const client = createQueryClient();
  client.setQueryData(CONTEXT, { user: { id: "usr_ada" } });
  const invalidate = spyOn(client, "invalidateQueries");
  const fail = (queryKey: readonly unknown[], reason: Reason) =>
    client
      .fetchQuery({
        queryKey,
        retry: false,
        staleTime: 0,
        queryFn: () => Promise.reject(refusal(reason)),
      })
      .catch(() => undefined);
  return { client, invalidate, fail };
}

test.each([
  "SIGNED_OUT",
  "ORGANIZATION_NOT_FOUND",
  "PERMISSION_DENIED",
  "MEMBERSHIP_FROZEN",
] as const)("%s makes the auth context refetch", async (reason) => {
  const { client, invalidate, fail } = openCache();
  await fail(PROJECTS, reason);
  expect(invalidate).toHaveBeenCalledTimes(1);
  expect(client.getQueryState(CONTEXT)?.isInvalidated).toBe(true);
});

test("an error of the auth context does not refetch it, which would never end", async () => {
  const { invalidate, fail } = openCache();
  await fail(CONTEXT, "SIGNED_OUT");
  await fail(CONTEXT, "ORGANIZATION_NOT_FOUND");
  expect(invalidate).not.toHaveBeenCalled();
});

test("another error does not refetch the auth context", async () => {
  const { invalidate, fail } = openCache();
  await fail(PROJECTS, "NOT_FOUND");
  expect(invalidate).not.toHaveBeenCalled();
});

test("the sign-in hint follows the answer of the auth context", async () => {
  const { client, fail } = openCache();
  expect(mayBeSignedIn()).toBe(false);
  await client.fetchQuery({ queryKey: CONTEXT, queryFn: () => ({}) });
  expect(mayBeSignedIn()).toBe(true);
  await fail(PROJECTS, "SIGNED_OUT");
  expect(mayBeSignedIn()).toBe(false);
  storeSignInHint(true);
  expect(mayBeSignedIn()).toBe(true);
});

test("cached data is removed once the session has ended", async () => {
  const { client, fail } = openCache();
  const here = [["auth", "context"], { input: { org: "acme" } }] as const;
  client.setQueryData(PROJECTS, { items: [] });
  await fail(here, "ORGANIZATION_NOT_FOUND");
  expect(client.getQueryData(CONTEXT)).toBeDefined();
  await fail(here, "SIGNED_OUT");
  expect(client.getQueryData(CONTEXT)).toBeUndefined();
  expect(client.getQueryData(PROJECTS)).toBeUndefined();
});

test("a change with an unknown outcome refetches everything", async () => {
  const { client, invalidate } = openCache();
  client.setQueryData(PROJECTS, []);
  const change = (reason: Reason) =>
    client
      .getMutationCache()
      .build(client, {
        mutationFn: () => Promise.reject(refusal(reason)),
        meta: { showsErrors: true },
      })
      .execute(undefined)
      .catch(() => undefined);
  await change("BUSY");
  expect(invalidate).not.toHaveBeenCalled();
  await change("OUTCOME_UNKNOWN");
  expect(client.getQueryState(PROJECTS)?.isInvalidated).toBe(true);
});
