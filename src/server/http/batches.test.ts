import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import { procedures } from "#testing/matrix/procedures";
import { snapshot } from "#testing/kit/snapshot";

const server = serverSuite();
let actor: Actor;
beforeAll(async () => {
  actor = await server.person();
});

function calls(path: string, count: number, input: unknown = {}) {
  return Array.from({ length: count }, () => ({ path, input }));
}

test("a batch has at most ten calls", async () => {
  const ten = await actor.trpcBatch("query", calls("auth.me", 10));
  expect(ten.status).toBe(200);
  expect(JSON.parse(ten.text)).toHaveLength(10);
  const eleven = await actor.trpcBatch("query", calls("auth.me", 11));
  expect(eleven.status).toBe(400);
  expect(problemOf(eleven).reason).toBe("INVALID_INPUT");
});

test("a batch of eleven mutations runs none of them", async () => {
  const before = await snapshot(server.db);
  const input = { name: "One of eleven" };
  const answer = await actor.trpcBatch(
    "mutation",
    calls("organizations.create", 11, input),
  );
  expect(answer.status).toBe(400);
  expect(await snapshot(server.db)).toEqual(before);
});

test("each call of a batch has its own result", async () => {
  const answer = await actor.trpcBatch("query", [
    { path: "auth.me", input: {} },
    { path: "organizations.get", input: { org: "nope" } },
    { path: "no.such.procedure", input: {} },
  ]);
  expect(answer.status).toBe(207);
  const [me, missing, unknown] = JSON.parse(answer.text) as Record<
    string,
    unknown
  >[];
  expect(me).toHaveProperty("result.data.email", actor.email);
  expect(missing).toHaveProperty("error.data.reason", "ORGANIZATION_NOT_FOUND");
  expect(unknown).toHaveProperty("error.data.reason", "NOT_FOUND");
  for (const refusal of [missing, unknown])
    expect(refusal).toHaveProperty(
      "error.data.requestId",
      answer.headers.get("x-request-id"),
    );
});

describe("a procedure that takes or returns a credential is refused in a batch:", () => {
  const credentials = procedures.filter(({ meta }) => meta.limit !== undefined);

  test("the list contains the known ones", () => {
    expect(credentials.map(({ path }): string => path)).toEqual(
      expect.arrayContaining([
        "auth.changePassword",
        "auth.choosePassword",
        "auth.forgotPassword",
        "auth.reauthenticate",
        "auth.resendVerification",
        "auth.resetPassword",
        "auth.signIn",
        "auth.signUp",
        "auth.verifyEmail",
        "invitations.accept",
        "invitations.decline",
        "invitations.preview",
      ]),
    );
  });

  test.each(credentials.map(({ path }) => path))("%s", async (path) => {
    const before = await snapshot(server.db);
    const { email, password } = actor;
    const input = { email, password, token: "x".repeat(43) };
    const answer = await actor.otherBrowser().trpcBatch("mutation", [
      { path, input },
      { path: "auth.signOut", input: {} },
    ]);
    const [first] = JSON.parse(answer.text) as Record<string, unknown>[];
    expect(first).toHaveProperty("error.data.httpStatus", 400);
    expect(first).toHaveProperty("error.data.issues.0.rule", "NOT_IN_BATCH");
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await snapshot(server.db)).toEqual(before);
  });

  test("a batch of one call is allowed", async () => {
    const { email, password } = actor;
    const input = { email, password };
    const answer = await actor
      .otherBrowser()
      .trpc("mutation", "auth.signIn", input, { batch: true });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("set-cookie")).toStartWith("sid=");
  });
});
