import {
  afterAll,
  beforeAll,
  describe,
  expect,
  setDefaultTimeout,
  test,
} from "bun:test";
import pino from "pino";
import {
  hasLibsqlServer,
  type LibsqlServer,
  startLibsqlServer,
} from "#testing/peers/sqld";
import { migrationsFolder } from "#server/kernel/assets";
import { createSealer } from "#server/kernel/crypto";
import { type Database, openDatabase } from "#server/kernel/db/client";
import { migrateDatabase } from "#server/kernel/db/migrate";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { createDispatcher, type OutboxHandler } from "./dispatch";
import { enqueue } from "./enqueue";

// The timeout is long, because the libSQL server starts slowly on a busy machine.
setDefaultTimeout(300_000);

const HOUR = 60 * 60 * 1000;
const sealer = createSealer("a secret of at least 32 characters", "outbox");
let clock = Date.now();

describe.skipIf(!hasLibsqlServer)(
  "workers that share a database over the network",
  () => {
    let sqld: LibsqlServer;
    let databases: Database[];
    beforeAll(async () => {
      sqld = await startLibsqlServer();
      databases = await Promise.all(
        [1, 2, 3].map(() => openDatabase({ url: sqld.url })),
      );
      const [first] = databases;
      if (first) await migrateDatabase(first, migrationsFolder);
    });
    afterAll(async () => {
      for (const database of databases) database.close();
      await sqld.stop();
    });

    const worker = ({ client }: Database, mail: OutboxHandler) =>
      createDispatcher({
        client,
        sealer,
        log: pino({ level: "silent" }),
        handlers: { mail },
        now: () => clock,
      });

    test("deliver each message once and keep the order of each subject while every third attempt fails", async () => {
      const subjects = ["ana", "ben", "cleo", "dan"];
      const numbers = [0, 1, 2, 3, 4];
      const work = new UnitOfWork(clock);
      for (const number of numbers)
        for (const subject of subjects) {
          const payload = `${subject} ${number}`;
          enqueue(work, sealer, { topic: "mail", subject, payload });
        }
      const [first] = databases;
      if (first) await work.commit(first.client);

      const delivered: string[] = [];
      let tries = 0;
      const workers = databases.map((database) =>
        worker(database, async (payload) => {
          await Bun.sleep(1);
          if (++tries % 3 === 0) throw new Error("421 Come back later");
          delivered.push(String(payload));
        }),
      );
      const expected = subjects.length * numbers.length;
      for (let round = 0; round < 60 && delivered.length < expected; round++) {
        await Promise.all(workers.map(({ idle }) => idle()));
        clock += 6 * HOUR;
      }
      await Promise.all(workers.map(({ stop }) => stop()));
      for (const subject of subjects)
        expect(delivered.filter((text) => text.startsWith(subject))).toEqual(
          numbers.map((number) => `${subject} ${number}`),
        );
    });
  },
);
