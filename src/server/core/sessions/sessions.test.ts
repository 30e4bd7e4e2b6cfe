import { describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";

const DAY = 24 * 60 * 60 * 1000;

const server = serverSuite();

interface Session {
  id: string;
  current: boolean;
  userAgent: string | null;
  address: string | null;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
}

async function sessionsOf(actor: Actor): Promise<Session[]> {
  const { body } = expectStatus(
    await actor.get<"auth.sessions">("/auth/sessions"),
    200,
  );
  return body.items;
}

/** A user with sessions in two browsers. */
async function twice(): Promise<[Actor, Actor]> {
  const here = await server.person();
  const there = here.otherBrowser();
  expectStatus(await there.signIn(), 200);
  return [here, there];
}

function isSignedIn(actor: Actor): Promise<boolean> {
  return actor.get("/auth/context").then(({ status }) => status === 200);
}

function move(
  actor: Actor,
  field: "idle_expires_at" | "absolute_expires_at",
  to: number,
) {
  return server.db.client.execute({
    sql: `update sessions set ${field} = ? where user_id = ?`,
    args: [to, actor.id],
  });
}

test("the twenty-first session of a user ends only the one that was unused for longest", async () => {
  const actor = await server.person();
  const other = await server.person();
  const browsers = [actor];
  while (browsers.length < 20) {
    const next = actor.otherBrowser();
    expectStatus(await next.signIn(), 200);
    browsers.push(next);
  }
  const [, , unused] = await sessionsOf(actor);
  if (!unused) throw new Error("There are twenty sessions.");
  await server.db.client.execute({
    sql: "update sessions set last_seen_at = last_seen_at - ? where id = ?",
    args: [DAY, unused.id],
  });

  const newest = actor.otherBrowser();
  expectStatus(await newest.signIn(), 200);
  const left = await sessionsOf(newest);
  expect(left).toHaveLength(20);
  expect(left.map(({ id }) => id)).not.toContain(unused.id);
  const signedIn = await Promise.all([...browsers, newest].map(isSignedIn));
  expect(signedIn.filter((is) => !is)).toHaveLength(1);
  expect(await isSignedIn(newest)).toBe(true);
  expect(await isSignedIn(other)).toBe(true);
});

describe("a session", () => {
  test("expires after seven days without use", async () => {
    const actor = await server.person();
    const [session] = await sessionsOf(actor);
    const idle = Date.parse(session?.expiresAt ?? "") - Date.now();
    expect(Math.round(idle / DAY)).toBe(7);
    await move(actor, "idle_expires_at", Date.now() - 1);
    expectStatus(await actor.get("/auth/context"), 401);
  });

  test("expires after thirty days, even in use", async () => {
    const actor = await server.person();
    const { rows } = await server.db.client.execute({
      sql: "select absolute_expires_at - created_at from sessions where user_id = ?",
      args: [actor.id],
    });
    expect(Number(rows[0]?.[0])).toBe(30 * DAY);
    await move(actor, "absolute_expires_at", Date.now() - 1);
    expectStatus(await actor.get("/auth/context"), 401);
  });

  test("is extended with use, and its cookie too", async () => {
    const actor = await server.person();
    await move(actor, "idle_expires_at", Date.now() + DAY);
    const answer = expectStatus(await actor.get("/auth/context"), 200);
    expect(answer.headers.get("set-cookie")).toStartWith("sid=ses_");
    const [session] = await sessionsOf(actor);
    expect(Date.parse(session?.expiresAt ?? "")).toBeGreaterThan(
      Date.now() + 6 * DAY,
    );
  });

  test("is listed with its real expiry, and not after it", async () => {
    const [here, there] = await twice();
    const [newest] = await sessionsOf(there);
    await server.db.client.execute({
      sql: "update sessions set absolute_expires_at = ? where id = ?",
      args: [Date.now() - 1, newest?.id ?? ""],
    });
    expect(await sessionsOf(here)).toHaveLength(1);
    const end = Date.now() + DAY;
    await move(here, "absolute_expires_at", end);
    const [left] = await sessionsOf(here);
    expect(left?.expiresAt).toBe(new Date(end).toISOString());
  });
});

test("ends at sign-out, which also clears the cookie", async () => {
  const actor = await server.person();
  const { cookie } = actor;
  const answer = expectStatus(await actor.post("/auth/sign-out"), 204);
  expect(answer.text).toBe("");
  expect(answer.headers.get("set-cookie")).toMatch(/^sid=; .*Max-Age=0/);
  const replayOrRun = await server
    .stranger()
    .get("/auth/context", { headers: { cookie } });
  expectStatus(replayOrRun, 401);
  expectStatus(await actor.post("/auth/sign-out"), 401);
});

test("is in the list of its user's sessions, and the current one is marked", async () => {
  const [here, there] = await twice();
  expect((await sessionsOf(here)).map(({ current }) => current)).toEqual([
    false,
    true,
  ]);
  expect((await sessionsOf(there)).map(({ current }) => current)).toEqual([
    true,
    false,
  ]);
  const stranger = await server.person();
  expect(await sessionsOf(stranger)).toHaveLength(1);
});

test("can be ended from another session of the user", async () => {
  const [here, there] = await twice();
  const other = (await sessionsOf(here)).find(({ current }) => !current);
  expectStatus(await here.delete(`/auth/sessions/${other?.id}`), 204);
  expect(await isSignedIn(there)).toBe(false);
  expect(await isSignedIn(here)).toBe(true);
  expectStatus(await here.delete(`/auth/sessions/${other?.id}`), 404);
});

test("of another user is not found", async () => {
  const victim = await server.person();
  const [session] = await sessionsOf(victim);
  const attacker = await server.person();
  expectStatus(await attacker.delete(`/auth/sessions/${session?.id}`), 404);
  expect(await isSignedIn(victim)).toBe(true);
});

test("can end all other sessions of the user", async () => {
  const [here, there] = await twice();
  const bystander = await server.person();
  expectStatus(await here.delete("/auth/sessions"), 204);
  expect(await isSignedIn(there)).toBe(false);
  expect(await isSignedIn(here)).toBe(true);
  expect(await isSignedIn(bystander)).toBe(true);
});

test("is refused on the next request after its end, also in a batch", async () => {
  const [here, there] = await twice();
  expectStatus(await here.delete("/auth/sessions"), 204);
  const answer = await there.trpcBatch("query", [
    { path: "auth.me", input: {} },
    { path: "organizations.list", input: {} },
  ]);
  const refusal = { error: { data: { reason: "SIGNED_OUT" } } };
  expect(answer.body).toMatchObject([refusal, refusal]);
  const renamed = await there.trpc("mutation", "auth.updateMe", { name: "No" });
  expectStatus(renamed, 401);
});

describe("the last use of a session", () => {
  const MINUTE = 60 * 1000;
  const seenAt = (session: Session | undefined) =>
    Date.parse(session?.lastSeenAt ?? "");
  const ownOf = async (actor: Actor) =>
    (await sessionsOf(actor)).find(({ current }) => current);

  /** Sets the last use of an actor's sessions to a time in the past, from another address. */
  function lastSeen(actor: Actor, ago: number) {
    return server.db.client.execute({
      sql: "update sessions set last_seen_at = ?, created_at = created_at - ?, address = '192.0.2.1' where user_id = ?",
      args: [Date.now() - ago, 60 * MINUTE, actor.id],
    });
  }

  test("is stored at the start, with the user agent", async () => {
    const actor = await server.person();
    const session = await ownOf(actor);
    expect(session).toMatchObject({
      userAgent: expect.stringContaining("Bun"),
      address: expect.stringMatching(/^(127\.0\.0\.1|::1)$/),
      lastSeenAt: session?.createdAt,
    });
  });

  test("is stored again after five minutes", async () => {
    const actor = await server.person();
    const before = await ownOf(actor);
    await lastSeen(actor, 6 * MINUTE);
    expectStatus(await actor.get("/auth/me"), 200);
    const after = await ownOf(actor);
    expect(Date.now() - seenAt(after)).toBeLessThan(MINUTE);
    expect(after?.address).not.toBe("192.0.2.1");
    expect(after?.createdAt).toBe(
      new Date(Date.parse(before?.createdAt ?? "") - 60 * MINUTE).toISOString(),
    );
  });

  test("is not stored on every request", async () => {
    const actor = await server.person();
    await lastSeen(actor, 4 * MINUTE);
    expectStatus(await actor.get("/auth/me"), 200);
    const session = await ownOf(actor);
    expect(session?.address).toBe("192.0.2.1");
    expect(Date.now() - seenAt(session)).toBeGreaterThan(3 * MINUTE);
  });

  test("is written once by many parallel requests", async () => {
    const actor = await server.person();
    const { client } = server.db;
    await client.executeMultiple(`create table written (id text);
      create trigger note_use after update of last_seen_at on sessions
      begin insert into written (id) values (new.id); end`);
    try {
      await lastSeen(actor, 6 * MINUTE);
      const calls = Array.from({ length: 8 }, () => actor.get("/auth/me"));
      for (const answer of await Promise.all(calls)) expectStatus(answer, 200);
      const { rows } = await client.execute("select * from written");
      // The test itself made the first of the two updates, to set the last use to the past.
      expect(rows).toHaveLength(2);
    } finally {
      await client.executeMultiple("drop trigger note_use; drop table written");
    }
  });

  test("does not fail a read when it can't be written", async () => {
    const actor = await server.person();
    await lastSeen(actor, 6 * MINUTE);
    await server.db.client.execute(
      `create trigger refuse_use before update of last_seen_at on sessions
       begin select raise(abort, 'disk full'); end`,
    );
    try {
      expectStatus(await actor.get("/auth/me"), 200);
    } finally {
      await server.db.client.execute("drop trigger refuse_use");
    }
  });
});
