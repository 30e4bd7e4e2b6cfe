import { beforeAll, beforeEach, expect, test } from "bun:test";
import type { Client } from "@libsql/client";
import type { Actor } from "#testing/kit/actor";
import type { TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { lengthenLog } from "#testing/kit/long-log";
import { watchClient } from "#testing/kit/watch-client";
import { createSigner } from "#server/kernel/crypto";
import { shortenLog } from "./shorten";
import { verifyAudit } from "./verify";

const EVENTS = 1_700;

const server = serverSuite();
let ana: Actor;
let org: TestOrganization;
beforeAll(async () => {
  ana = await server.person("Ana");
});
beforeEach(async () => {
  org = await server.organization(ana);
  await lengthenLog(server, org.id, EVENTS - 1);
});

const verify = (client: Client) =>
  verifyAudit(client, createSigner(server.config.secret, "audit"), org.id);

/** Returns a database client that runs a task after the nth page of the audit log was read. */
function afterPage(nth: number, meanwhile: () => Promise<void>): Client {
  const { client } = server.db;
  let pages = 0;
  return new Proxy(client, {
    get(target, name) {
      if (name !== "execute") return Reflect.get(target, name);
      return async (...args: Parameters<Client["execute"]>) => {
        const result = await target.execute(...args);
        const isPage = JSON.stringify(args[0]).includes("from audit_log");
        if (isPage && ++pages === nth) await meanwhile();
        return result;
      };
    },
  });
}

test("a log is verified in portions, each in its own turn of the event loop", async () => {
  const watched = watchClient(server.db.client);
  expect(await verify(watched.client)).toMatchObject({
    rows: EVENTS,
    fault: null,
  });
  watched.stop();
  const pages = watched.calls.filter(({ sql }) =>
    sql.join().includes("from audit_log"),
  );
  expect(pages).toHaveLength(4);
  expect(new Set(pages.map(({ turn }) => turn)).size).toBe(4);
});

test("verification accepts events that are added meanwhile", async () => {
  const client = afterPage(4, () => lengthenLog(server, org.id, 3));
  expect(await verify(client)).toMatchObject({
    rows: EVENTS + 3,
    fault: null,
  });
});

test("verification accepts that retention deletes events meanwhile", async () => {
  const kept = Date.now() + 60_000;
  await lengthenLog(server, org.id, 1, () => ({ at: kept }));
  const client = afterPage(2, () =>
    shortenLog(server.db.client, createSigner(server.config.secret, "audit"), {
      orgId: org.id,
      before: kept,
      now: kept,
    }),
  );
  expect(await verify(client)).toMatchObject({ rows: 1, fault: null });
});
