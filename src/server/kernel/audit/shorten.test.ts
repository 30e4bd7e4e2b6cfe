import { beforeAll, beforeEach, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import type { TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { lengthenLog } from "#testing/kit/long-log";
import { expectPortions, watchClient } from "#testing/kit/watch-client";
import { createSigner } from "#server/kernel/crypto";
import { PORTION } from "#server/kernel/db/portions";
import { shortenLog } from "./shorten";

const OLD = 2 * PORTION + 499;

const server = serverSuite();
let ana: Actor;
let org: TestOrganization;
beforeAll(async () => {
  ana = await server.person("Ana");
});
beforeEach(async () => {
  org = await server.organization(ana);
  await lengthenLog(server, org.id, OLD);
});

const verify = () => server.services.deps.audit.verify(org.id);
const signer = () => createSigner(server.config.secret, "audit");

/** Adds one new event to the log of old events, and returns the options that delete all older events. */
async function shortening() {
  const before = Date.now() + 1;
  await lengthenLog(server, org.id, 1, () => ({ at: before }));
  return { orgId: org.id, before, now: before };
}

test("a log is shortened in portions, each in its own turn of the event loop", async () => {
  const wanted = await shortening();
  const watched = watchClient(server.db.client);
  await shortenLog(watched.client, signer(), wanted);
  watched.stop();
  const portions = watched.calls
    .filter(({ sql }) => sql.length > 1)
    // One affected row of each portion is the checkpoint and not a deleted event.
    .map((call) => ({ ...call, rowsAffected: call.rowsAffected - 1 }));
  expectPortions(portions, OLD + 1);
  expect(await verify()).toMatchObject({ rows: 1, finding: null });
});

test("a log can be verified after each portion, and the next run continues", async () => {
  const wanted = await shortening();
  const ended = new AbortController();
  const watched = watchClient(server.db.client, (calls) => {
    if (calls.some(({ sql }) => sql.length > 1)) ended.abort();
  });
  await shortenLog(watched.client, signer(), wanted, ended.signal);
  watched.stop();
  expect(await verify()).toMatchObject({
    rows: OLD + 2 - PORTION,
    finding: null,
  });
  await shortenLog(server.db.client, signer(), wanted);
  expect(await verify()).toMatchObject({ rows: 1, finding: null });
});

test("two instances shorten the same log as one would", async () => {
  const wanted = await shortening();
  const run = () => shortenLog(server.db.client, signer(), wanted);
  await Promise.all([run(), run()]);
  expect(await verify()).toMatchObject({ rows: 1, finding: null });
});
