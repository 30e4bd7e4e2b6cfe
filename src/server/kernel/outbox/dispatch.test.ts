import { afterEach, beforeEach, expect, test } from "bun:test";
import pino from "pino";
import { statementsOf } from "#testing/kit/migrations";
import { openTestDatabase } from "#testing/kit/database";
import { fixtureOfEachTest } from "#testing/kit/suite";
import { until } from "#testing/kit/until";
import { createSealer } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { createDispatcher, type OutboxHandler } from "./dispatch";
import { enqueue } from "./enqueue";
import { type Failure, Refused } from "./failure";
import { createQueue } from "./queue";

const sealer = createSealer("a secret of at least 32 characters", "outbox");
const HOUR = 60 * 60 * 1000;
const SIX_HOURS = 6 * HOUR;
const database = fixtureOfEachTest(() => openTestDatabase());
let db: Database;
let clock: number;
let dispatchers: ReturnType<typeof createDispatcher>[];
let failures: Failure[];

beforeEach(() => {
  ({ db } = database);
  clock = Date.now();
  dispatchers = [];
  failures = [];
});
afterEach(async () => {
  await Promise.all(dispatchers.map(({ stop }) => stop()));
});

const now = () => clock;

function dispatcher(mail: OutboxHandler, { isAlone = false } = {}) {
  const created = createDispatcher({
    client: db.client,
    sealer,
    log: pino({ level: "silent" }),
    handlers: { mail },
    now,
    onFailure: (failure) => void failures.push(failure),
    isAlone,
    stopTimeoutMs: 10,
  });
  dispatchers.push(created);
  return created;
}

/** Commits one message for each payload, in the given order. */
async function send(subject: string, ...payloads: string[]): Promise<void> {
  const work = new UnitOfWork(clock);
  for (const payload of payloads)
    enqueue(work, sealer, { topic: "mail", subject, payload });
  await work.commit(db.client);
}

async function sendUntil(expiresAt: number, subject: string, payload: string) {
  const work = new UnitOfWork(clock);
  enqueue(work, sealer, { topic: "mail", subject, payload, expiresAt });
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

test("a message waits for earlier ones of its subject, not for those of other subjects", async () => {
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

test("a message that fails is retried for three days with growing waits, then becomes a dead letter", async () => {
  await send("ana", "stuck");
  await send("ana", "next");
  const tries: number[] = [];
  const delivered: unknown[] = [];
  const { idle } = dispatcher(async (payload) => {
    if (payload === "stuck") {
      tries.push(clock);
      throw new Error("451 Try again later");
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
    failure: "exhausted",
    done_at: null,
    last_error: "451 Try again later",
  });
  const days = (clock - started) / (24 * 60 * 60 * 1000);
  expect(days).toBeGreaterThan(2.5);
  expect(days).toBeLessThan(3.5);
  const waits = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits.at(-1)).toBe(SIX_HOURS);
  expect(delivered).toEqual(["next"]);
});

test("a refused message becomes a dead letter at once, and the next one of its subject is delivered", async () => {
  await send("ana", "refused", "next");
  const delivered: unknown[] = [];
  await dispatcher(async (payload) => {
    if (payload === "refused") throw new Refused("554 No spam here");
    delivered.push(payload);
  }).idle();
  expect(delivered).toEqual(["next"]);
  const [row] = await rows();
  expect(row).toMatchObject({
    attempts: 1,
    failed_at: clock,
    failure: "refused",
    last_error: "554 No spam here",
    leased_until: null,
  });
  expect(failures).toEqual(["refused"]);
});

test("a message that cannot be decrypted becomes a dead letter at once, and the next one of its subject is delivered", async () => {
  const former = createSealer("the former secret, of 32 characters", "outbox");
  await send("ana", "unreadable");
  await db.client.execute({
    sql: "update outbox set payload = ?",
    args: [former.seal("unreadable")],
  });
  await send("ana", "next");
  const delivered: unknown[] = [];
  await dispatcher(async (payload) => void delivered.push(payload)).idle();
  expect(delivered).toEqual(["next"]);
  expect((await rows())[0]).toMatchObject({ attempts: 1, failed_at: clock });
  expect(failures).toEqual(["unreadable"]);
});

test("an expired message is not delivered, and its payload is erased", async () => {
  await sendUntil(clock + HOUR, "ana", "a link");
  const delivered: unknown[] = [];
  let isDown = true;
  const { idle } = dispatcher(async (payload) => {
    if (isDown) throw new Error("Down");
    delivered.push(payload);
  });
  await idle();
  clock += HOUR - 1;
  await idle();
  const [waiting] = await rows();
  // The last attempt is due when the message expires, although the usual wait before the attempt would end later.
  expect(waiting).toMatchObject({ attempts: 2, due_at: clock + 1 });
  isDown = false;
  clock += 1;
  await idle();
  expect(delivered).toEqual([]);
  const [row] = await rows();
  expect(row).toMatchObject({ failure: "expired", payload: null });
  expect(row?.failed_at).toBe(clock);
  expect(failures).toEqual(["expired"]);
});

test("the upgrade sets the expiry of waiting mails, and erases the payloads of dead letters", async () => {
  await send("ana@example.com", "waits");
  await send("ben@example.com", "delivered");
  await send("cleo@example.com", "given up");
  await db.client.batch([
    "update outbox set done_at = 1, payload = null where subject like 'ben%'",
    "update outbox set failed_at = 1, failure = null where subject like 'cleo%'",
  ]);
  await db.client.batch((await statementsOf("dead_letters")).slice(-2));
  const [waits, delivered, givenUp] = await rows();
  expect(waits).toMatchObject({
    expires_at: clock + 7 * 24 * HOUR,
    failed_at: null,
    failure: null,
  });
  expect(sealer.open(String(waits?.payload))).toBe("waits");
  expect(delivered).toMatchObject({ expires_at: null, failure: null });
  expect(givenUp).toMatchObject({ failure: "exhausted", payload: null });
});

test("a dead letter keeps its payload unless it has an expiry", async () => {
  await sendUntil(clock + HOUR, "ana", "a link");
  await send("ben", "a notice");
  await dispatcher(() => Promise.reject(new Refused("550 No"))).idle();
  const [link, notice] = await rows();
  expect(link).toMatchObject({ failure: "refused", payload: null });
  expect(notice?.failure).toBe("refused");
  expect(sealer.open(String(notice?.payload))).toBe("a notice");
});

test("a delivery that hangs delays only its own subject", async () => {
  await send("ana", "hangs", "waits");
  for (let number = 1; number <= 30; number++)
    await send(`person-${number}`, `mail ${number}`);
  const delivered: unknown[] = [];
  const { wake } = dispatcher(async (payload) => {
    if (payload === "hangs") await new Promise(() => {});
    delivered.push(payload);
  });
  wake();
  await until("the others left", () => delivered.length === 30 || undefined);
  await send("late", "written later");
  wake();
  await until("it left", () => delivered.length === 31 || undefined);
  expect(delivered.at(-1)).toBe("written later");
  expect(delivered).not.toContain("waits");
});

test("several dispatchers keep the order of each subject and lose no message when attempts fail", async () => {
  const subjects = ["ana", "ben", "cleo", "dan", "eve"];
  const numbers = Array.from({ length: 8 }, (_, index) => index);
  for (const number of numbers)
    for (const subject of subjects) await send(subject, `${subject} ${number}`);
  const delivered: string[] = [];
  let tries = 0;
  const deliver = async (payload: unknown) => {
    await Bun.sleep(0);
    if (++tries % 3 === 0) throw new Error("421 Come back later");
    delivered.push(String(payload));
  };
  const workers = [1, 2, 3].map(() => dispatcher(deliver));
  while (delivered.length < subjects.length * numbers.length) {
    await Promise.all(workers.map(({ idle }) => idle()));
    clock += 6 * HOUR;
  }
  for (const subject of subjects)
    expect(delivered.filter((text) => text.startsWith(subject))).toEqual(
      numbers.map((number) => `${subject} ${number}`),
    );
  expect(failures).toEqual([]);
});

test("the messages of a process that died wait until their lease expires", async () => {
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

test("a server that is alone with its database delivers messages of a process that died at once", async () => {
  await send("ana", "hello");
  await createQueue(db.client, now).lease(10);
  const delivered: unknown[] = [];
  const keep = async (payload: unknown) => void delivered.push(payload);
  await dispatcher(keep, { isAlone: true }).idle();
  expect(delivered).toEqual(["hello"]);
});

test("a stopping server releases the lease of a delivery that hangs", async () => {
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
