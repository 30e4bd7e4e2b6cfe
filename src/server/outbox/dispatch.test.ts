import { afterEach, beforeEach, expect, test } from "bun:test";
import { join } from "node:path";
import pino from "pino";
import { temporaryFolder } from "../../testing/temporary";
import { migrationsFolder } from "../assets";
import { createSealer } from "../crypto";
import { type Database, openDatabase } from "../db/client";
import { migrateDatabase } from "../db/migrate";
import { UnitOfWork } from "../db/unit-of-work";
import { createDispatcher, type OutboxHandler } from "./dispatch";
import { enqueue } from "./enqueue";
import { createQueue } from "./queue";

const sealer = createSealer("a secret of at least 32 characters", "outbox");
const SIX_HOURS = 6 * 60 * 60 * 1000;
let folder: ReturnType<typeof temporaryFolder>;
let db: Database;
let clock: number;
let dispatchers: ReturnType<typeof createDispatcher>[];

beforeEach(async () => {
  folder = temporaryFolder();
  db = await openDatabase({ url: `file:${join(folder.path, "test.db")}` });
  await migrateDatabase(db, migrationsFolder);
  clock = Date.now();
  dispatchers = [];
});
afterEach(async () => {
  await Promise.all(dispatchers.map(({ stop }) => stop()));
  db.close();
  folder.remove();
});

const now = () => clock;

function dispatcher(mail: OutboxHandler, { isAlone = false } = {}) {
  const created = createDispatcher({
    client: db.client,
    sealer,
    log: pino({ level: "silent" }),
    handlers: { mail },
    now,
    isAlone,
    patienceMs: 10,
  });
  dispatchers.push(created);
  return created;
}

/** Commits one message for each payload, in this order. */
async function send(subject: string, ...payloads: string[]): Promise<void> {
  const work = new UnitOfWork(clock);
  for (const payload of payloads)
    enqueue(work, sealer, { topic: "mail", subject, payload });
  await work.commit(db.client);
}

async function rows() {
  const { rows: found } = await db.client.execute(
    "select * from outbox order by id",
  );
  return found;
}

test("a delivered message is marked, and its payload is erased", async () => {
  await send("ana", "hello");
  expect((await rows())[0]?.payload).not.toContain("hello");
  const delivered: unknown[] = [];
  await dispatcher(async (payload) => void delivered.push(payload)).idle();
  expect(delivered).toEqual(["hello"]);
  const [row] = await rows();
  expect(row).toMatchObject({ payload: null, done_at: clock, attempts: 1 });
});

test("a message waits for an earlier one of its subject, not for those of others", async () => {
  await send("ana", "first", "second");
  await send("ben", "other");
  const delivered: unknown[] = [];
  let isDown = true;
  const { idle } = dispatcher(async (payload) => {
    if (isDown && payload === "first") throw new Error("Down");
    delivered.push(payload);
  });
  await idle();
  expect(delivered).toEqual(["other"]);
  isDown = false;
  clock += 1000;
  await idle();
  expect(delivered).toEqual(["other", "first", "second"]);
});

test("a refused message is tried for three days at growing distances, then shown as failed", async () => {
  await send("ana", "refused");
  await send("ana", "next");
  const tries: number[] = [];
  const delivered: unknown[] = [];
  const { idle } = dispatcher(async (payload) => {
    if (payload === "refused") {
      tries.push(clock);
      throw new Error("550 No such mailbox");
    }
    delivered.push(payload);
  });
  const started = clock;
  await idle();
  while (delivered.length === 0) {
    const [row] = await rows();
    clock = Number(row?.due_at);
    await idle();
  }
  const [row] = await rows();
  expect(row).toMatchObject({
    attempts: 19,
    failed_at: clock,
    done_at: null,
    last_error: "550 No such mailbox",
  });
  const days = (clock - started) / (24 * 60 * 60 * 1000);
  expect(days).toBeGreaterThan(2.5);
  expect(days).toBeLessThan(3.5);
  const waits = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits.at(-1)).toBe(SIX_HOURS);
  expect(delivered).toEqual(["next"]);
});

test("the messages of a process that died wait for the end of its lease", async () => {
  await send("ana", "hello");
  expect(await createQueue(db.client, now).lease(10)).toHaveLength(1);
  const delivered: unknown[] = [];
  const { idle } = dispatcher(async (payload) => void delivered.push(payload));
  await idle();
  expect(delivered).toEqual([]);
  clock += 60_000;
  await idle();
  expect(delivered).toEqual(["hello"]);
});

test("a server alone with its database delivers them at once", async () => {
  await send("ana", "hello");
  await createQueue(db.client, now).lease(10);
  const delivered: unknown[] = [];
  const keep = async (payload: unknown) => void delivered.push(payload);
  await dispatcher(keep, { isAlone: true }).idle();
  expect(delivered).toEqual(["hello"]);
});

test("what hangs when the server stops is given back", async () => {
  await send("ana", "hello");
  const begun = Promise.withResolvers<void>();
  const { wake, stop } = dispatcher(() => {
    begun.resolve();
    return new Promise(() => {});
  });
  wake();
  await begun.promise;
  expect((await rows())[0]?.leased_until).toBe(clock + 60_000);
  await stop();
  expect((await rows())[0]).toMatchObject({
    leased_until: null,
    done_at: null,
  });
});

test("two servers on one database deliver every message once", async () => {
  const subjects = Array.from({ length: 40 }, (_, index) => `person-${index}`);
  for (const subject of subjects) await send(subject, subject);
  const delivered: unknown[] = [];
  const deliver = async (payload: unknown) => void delivered.push(payload);
  await Promise.all([dispatcher(deliver).idle(), dispatcher(deliver).idle()]);
  expect(delivered.toSorted()).toEqual(subjects.toSorted());
});
