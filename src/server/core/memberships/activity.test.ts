import { beforeAll, beforeEach, describe, expect, test } from "bun:test";
import pino from "pino";
import { issuePersonalKey } from "#testing/kit/api-keys";
import type { Actor } from "#testing/kit/actor";
import { openDatabaseBefore } from "#testing/kit/migrations";
import { addOrganization } from "#testing/kit/database";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { databaseSuite, serverSuite } from "#testing/kit/suite";
import { tapClient } from "#testing/kit/tap-client";
import { createActivity } from "./activity";

const HOUR_MS = 60 * 60 * 1000;

describe("the last activity of a member", () => {
  const server = serverSuite();
  let ada: Actor;
  let ben: Actor;
  let org: TestOrganization;
  beforeAll(() => server.stopTime());
  beforeEach(async () => {
    ada = await server.person("Ada");
    org = await server.organization(ada);
    ben = await server.join(ada, org, "member", "Ben");
  });

  const now = () => new Date(server.services.deps.now()).toISOString();
  const projects = () => `/organizations/${org.slug}/projects`;

  async function lastActiveAt({ id }: Actor) {
    await server.services.deps.activity.flush();
    const path = `/organizations/${org.slug}/people/${id}`;
    return expectStatus(await ada.get<"people.get">(path), 200).body
      .lastActiveAt;
  }

  test("is at first when they joined", async () => {
    expect(await lastActiveAt(ben)).toBe(now());
  });

  test("is stored again after an hour, and not before", async () => {
    const joinedAt = now();
    server.passTime(HOUR_MS - 1);
    expectStatus(await ben.get(projects()), 200);
    expect(await lastActiveAt(ben)).toBe(joinedAt);
    server.passTime(HOUR_MS);
    expectStatus(await ben.get(projects()), 200);
    const seenAt = now();
    expect(await lastActiveAt(ben)).toBe(seenAt);
    server.passTime(HOUR_MS / 2);
    expectStatus(await ben.post(projects(), { name: "Plan" }), 201);
    expect(await lastActiveAt(ben)).toBe(seenAt);
  });

  test("is that of one organization only", async () => {
    const joinedAt = now();
    const other = await server.organization(ben, "Other");
    server.passTime(2 * HOUR_MS);
    const path = `/organizations/${other.slug}/projects`;
    expectStatus(await ben.get(path), 200);
    expect(await lastActiveAt(ben)).toBe(joinedAt);
  });

  test("does not change with calls of their API key", async () => {
    const joinedAt = now();
    const key = await issuePersonalKey(server, ben, org);
    server.passTime(2 * HOUR_MS);
    expectStatus(await key.get(projects()), 200);
    expect(await lastActiveAt(ben)).toBe(joinedAt);
  });

  test("does not change for a suspended member", async () => {
    const joinedAt = now();
    const path = `/organizations/${org.slug}/members/${ben.id}`;
    expectStatus(await ada.post(`${path}/suspend`), 200);
    server.passTime(2 * HOUR_MS);
    expectStatus(await ben.get(projects()), 403);
    expect(await lastActiveAt(ben)).toBe(joinedAt);
  });
});

describe("storing activities", () => {
  const db = databaseSuite();
  const log = pino({ level: "silent" });
  const START = 1_000 * HOUR_MS;
  let orgId: string;
  let userId: string;
  beforeEach(async () => {
    ({ orgId, userId } = await addOrganization(db));
    await db.client.execute({
      sql: "update people set last_active_at = ? where org_id = ?",
      args: [START, orgId],
    });
  });

  async function stored() {
    const { rows } = await db.client.execute({
      sql: "select last_active_at from people where org_id = ?",
      args: [orgId],
    });
    return rows.map(({ last_active_at }) => last_active_at);
  }

  function activityAt(at: number, client = db.client) {
    return createActivity({ db: { client }, log, now: () => at });
  }

  test("keeps the newest activity of several instances", async () => {
    const late = activityAt(START + 5 * HOUR_MS);
    const early = activityAt(START + 2 * HOUR_MS);
    late.record(orgId, userId);
    early.record(orgId, userId);
    await Promise.all([late.flush(), early.flush()]);
    await early.flush();
    expect(await stored()).toEqual([START + 5 * HOUR_MS]);
  });

  test("skips a member who has left meanwhile", async () => {
    const activity = activityAt(START + 2 * HOUR_MS);
    activity.record(orgId, "usr_gone");
    activity.record(orgId, userId);
    await activity.flush();
    expect(await stored()).toEqual([START + 2 * HOUR_MS]);
  });

  test("is repeated by the next call after a failure", async () => {
    let isDown = true;
    const client = tapClient(db.client, {
      before: () => {
        if (isDown) throw new Error("The disk is full.");
      },
    });
    const activity = activityAt(START + 2 * HOUR_MS, client);
    activity.record(orgId, userId);
    await activity.flush();
    expect(await stored()).toEqual([START]);
    isDown = false;
    activity.record(orgId, userId);
    await activity.flush();
    expect(await stored()).toEqual([START + 2 * HOUR_MS]);
  });

  test("makes no cached row of a caller outdated", async () => {
    let reads = 0;
    const cached = db.rowCache?.define<{ userId: string }>([
      { table: "users", column: "id", valuesIn: (row) => [row.userId] },
      {
        table: "memberships",
        column: "user_id",
        valuesIn: (row) => [row.userId],
      },
    ]);
    const read = () => {
      reads++;
      return Promise.resolve({ userId });
    };
    await cached?.get(userId, read);
    const activity = activityAt(START + 2 * HOUR_MS);
    activity.record(orgId, userId);
    await activity.flush();
    await cached?.get(userId, read);
    expect([await stored(), reads]).toEqual([[START + 2 * HOUR_MS], 1]);
    await db.client.execute({
      sql: "update memberships set role = 'admin' where user_id = ?",
      args: [userId],
    });
    await cached?.get(userId, read);
    expect(reads).toBe(2);
  });
});

test("after an upgrade the last activity is the newest change in a session", async () => {
  const { db, upgrade, remove } = await openDatabaseBefore("people");
  try {
    await db.client.batch(
      [
        "insert into users (id, email, name, created_at) values ('usr_a', 'a@example.com', 'Ömer', 1), ('usr_b', 'b@example.com', 'Bo', 1)",
        "insert into organizations (id, name, slug, settings, created_at, updated_at) values ('org_a', 'A', 'a', '{}', 1, 1)",
        "insert into memberships (org_id, id, user_id, role, joined_at) values ('org_a', 'mem_a', 'usr_a', 'admin', 5), ('org_a', 'mem_b', 'usr_b', 'member', 7)",
        `insert into audit_log (org_id, id, seq, at, action, actor_kind, actor_id, changes) values
          ('org_a', 'evt_1', 1, 20, 'projects.create', 'user', 'usr_a', '[]'),
          ('org_a', 'evt_2', 2, 30, 'projects.create', 'user', 'usr_a', '[]'),
          ('org_a', 'evt_3', 3, 40, 'projects.create', 'key', 'usr_a', '[]')`,
      ],
      "write",
    );
    await upgrade();
    const { rows } = await db.client.execute(
      "select id, sort_name, last_active_at from people order by id",
    );
    expect(rows.map((row) => Object.values(row))).toEqual([
      ["mem_a", "omer", 30],
      ["mem_b", "bo", 7],
    ]);
  } finally {
    remove();
  }
});
