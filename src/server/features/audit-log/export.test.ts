import { beforeAll, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { downloadSlowly } from "#testing/kit/slow-download";
import { serverSuite } from "#testing/kit/suite";

/** An export of this many events has about 30 MB, which is more than the buffers of a connection hold. */
const EVENTS = 15_000;
const SECRET = "Made after the removal";

const server = serverSuite({ BILLING: "off" });
let ana: Actor;
beforeAll(async () => {
  ana = await server.person("Ana");
});

/** Creates an organization with a long audit log. It inserts the events by SQL, because that is fast. */
async function withLongLog(): Promise<TestOrganization> {
  const org = await server.organization(ana);
  const { client } = server.db;
  const after = { description: "d".repeat(2000) };
  const change = { table: "projects", id: "prj_x", before: null, after };
  await client.execute({
    sql: `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?1),
        head(seq) as (select max(seq) from audit_log where org_id = ?2)
      insert into audit_log (org_id, id, seq, at, action, actor_kind, changes)
      select ?2, 'evt_' || i, head.seq + i, ?3, 'projects.update', 'user', ?4 from n, head`,
    args: [EVENTS, org.id, Date.now(), JSON.stringify([change])],
  });
  await client.execute({
    sql: "update audit_heads set seq = (select max(seq) from audit_log where org_id = ?1) where org_id = ?1",
    args: [org.id],
  });
  return org;
}

/** Starts a download of the log and pauses it after the first bytes. */
function downloadLog(reader: Actor, org: TestOrganization) {
  const path = `/organizations/${org.slug}/audit-log/export?format=jsonl`;
  return downloadSlowly(server, reader, path);
}

const eventsIn = (text: string) => text.split('"action":').length - 1;

test("a download ends when the caller is removed", async () => {
  const org = await withLongLog();
  const eve = await server.join(ana, org, "admin", "Eve");
  const download = await downloadLog(eve, org);
  const removed = ana.delete(`/organizations/${org.slug}/members/${eve.id}`);
  expectStatus(await removed, 204);
  const { text, isWhole } = await download.takeAll();
  expect(text).toStartWith("HTTP/1.1 200");
  expect(isWhole).toBe(false);
  expect(eventsIn(text)).toBeLessThan(EVENTS);
});

test("a download ends when the caller signs out", async () => {
  const org = await withLongLog();
  const download = await downloadLog(ana, org);
  expectStatus(await ana.post("/auth/sign-out"), 204);
  const { isWhole } = await download.takeAll();
  expect(isWhole).toBe(false);
  expectStatus(await ana.signIn(), 200);
});

test("a download has only the events from before it began", async () => {
  const org = await withLongLog();
  const download = await downloadLog(ana, org);
  const project = { name: SECRET };
  const made = ana.post(`/organizations/${org.slug}/projects`, project);
  expectStatus(await made, 201);
  const { text, isWhole } = await download.takeAll();
  expect(isWhole).toBe(true);
  expect(eventsIn(text)).toBe(EVENTS + 1);
  expect(text).not.toContain(SECRET);
});

test("a download that fails before its first line returns an error", async () => {
  const org = await server.organization(ana);
  const { client } = server.db;
  await client.execute("alter table audit_log rename to audit_log_away");
  const answer = await ana.get(
    `/organizations/${org.slug}/audit-log/export?format=csv`,
  );
  await client.execute("alter table audit_log_away rename to audit_log");
  expectStatus(answer, 500);
  expect(answer.headers.get("content-type")).toStartWith("application/json");
  expect(answer.headers.get("content-disposition")).toBeNull();
});
