import { beforeEach, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { type DnsAnswer, startDns } from "#testing/peers/dns";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { fixtureOfEachTest, serverOfEachTest } from "#testing/kit/suite";
import { reverifyDomains } from "./reverify";
import type { Domain } from "./schemas";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const GONE: DnsAnswer = { code: "NXDOMAIN" };
const BROKEN: DnsAnswer = { code: "SERVFAIL" };

const dns = fixtureOfEachTest(startDns);
const server = serverOfEachTest(() => ({ DNS_SERVERS: dns.address }));
let admin: Actor;
/** A user with an email address at the domain. */
let nina: Actor;
let org: TestOrganization;
let record: DnsAnswer;
beforeEach(async () => {
  admin = await server.person();
  org = await server.organization(admin);
  const domain = await claim(admin, org);
  record = { records: [[domain.record.value]] };
  dns.answers.set(domain.record.name, record);
  await verify(admin, org, domain);
  nina = await server.person();
  await server.db.client.execute({
    sql: "update users set email = 'nina@acme.test' where id = ?",
    args: [nina.id],
  });
  const path = `/organizations/${org.slug}/domains/${domain.id}`;
  expectStatus(await admin.put(path, { role: "viewer" }), 200);
});

async function claim(by: Actor, at: TestOrganization): Promise<Domain> {
  const path = `/organizations/${at.slug}/domains`;
  const answer = await by.post<"domains.add">(path, { domain: "acme.test" });
  return expectStatus(answer, 201).body;
}

async function verify(by: Actor, at: TestOrganization, { id }: Domain) {
  const path = `/organizations/${at.slug}/domains/${id}/verify`;
  expectStatus(await by.post(path), 200);
}

/** Sets the answer of the name server and runs the check of the housekeeping. */
async function check(answer: DnsAnswer) {
  dns.answers.set("_tenantry-challenge.acme.test", answer);
  const { deps } = server.services;
  await reverifyDomains(deps, deps.now());
}

async function seen() {
  const path = `/organizations/${org.slug}/domains`;
  const list = await admin.get<"domains.list">(path);
  const [domain] = list.body.items;
  const open = await nina.get<"domains.joinable">(
    "/auth/joinable-organizations",
  );
  const joinable = open.body.items;
  return [domain?.status, joinable.length];
}

async function events() {
  const { rows } = await server.db.client.execute({
    sql: "select action, actor_kind from audit_log where org_id = ? order by seq",
    args: [org.id],
  });
  return rows.map((row) => `${row.action} ${row.actor_kind}`);
}

test("the record is checked once a day, and finding it writes no event", async () => {
  const asked = dns.asked.length;
  const before = await events();
  server.passTime(22 * HOUR_MS);
  await check(record);
  expect(dns.asked).toHaveLength(asked);
  server.passTime(2 * HOUR_MS);
  await check(record);
  await check(record);
  expect(dns.asked).toHaveLength(asked + 1);
  server.passTime(30 * HOUR_MS);
  expect(await seen()).toEqual(["verified", 1]);
  expect(await events()).toEqual(before);
});

test("users can join for a week after the record is gone", async () => {
  server.passTime(2 * DAY_MS);
  await check(GONE);
  expect(await seen()).toEqual(["failing", 1]);
  await check(record);
  expect(await seen()).toEqual(["verified", 1]);
});

test("after a week without the record, another organization can verify the domain", async () => {
  server.passTime(7 * DAY_MS);
  await check(GONE);
  expect(await seen()).toEqual(["lapsed", 0]);
  expect((await events()).at(-1)).toBe("domains.lapse system");
  const rival = await server.person();
  const elsewhere = await server.organization(rival);
  const claimed = await claim(rival, elsewhere);
  await check({ records: [[claimed.record.value]] });
  await verify(rival, elsewhere, claimed);
  expect(await seen()).toEqual(["lapsed", 0]);
});

test("a domain whose name servers do not answer stays with its organization, but no one can join by it", async () => {
  server.passTime(8 * DAY_MS);
  await check(BROKEN);
  expect(await seen()).toEqual(["lapsed", 0]);
  expect(await events()).not.toContain("domains.lapse system");
  await check(record);
  expect(await seen()).toEqual(["verified", 1]);
});
