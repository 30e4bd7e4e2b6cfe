import { beforeAll, beforeEach, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { startDns } from "#testing/peers/dns";
import {
  expectStatus,
  startServer,
  type TestOrganization,
} from "#testing/kit/server";
import { fixture, serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import type { Domain } from "./schemas";

let admin: Actor;
let org: TestOrganization;
const dns = fixture(startDns);
const server = serverSuite(() => ({ DNS_SERVERS: dns.address }));
beforeAll(async () => {
  admin = await server.person();
});
beforeEach(async () => {
  org = await server.organization(admin);
});

let count = 0;
const newName = () => `company-${++count}.test`;

function add(domain: string, at = org, by = admin) {
  return by.post<"domains.add">(`/organizations/${at.slug}/domains`, {
    domain,
  });
}

async function added(domain = newName(), at = org, by = admin) {
  const { body } = expectStatus(await add(domain, at, by), 201);
  return body;
}

function verify({ id }: Domain, at = org, by = admin) {
  return by.post(`/organizations/${at.slug}/domains/${id}/verify`);
}

describe("a domain can be added", () => {
  test.each([
    ["Acme-One.TEST", "acme-one.test"],
    ["  @acme-two.test. ", "acme-two.test"],
    ["bücher.test", "xn--bcher-kva.test"],
    ["eng.acme-three.co.uk", "eng.acme-three.co.uk"],
  ])("%j as %s", async (given, stored) => {
    const domain = await added(given);
    expect(domain).toMatchObject({
      domain: stored,
      status: "pending",
      role: null,
      verifiedAt: null,
    });
    expect(domain.record.name).toBe(`_tenantry-challenge.${stored}`);
    expect(domain.record.value).toMatch(/^tenantry-verification=[\w-]{43}$/);
  });

  test.each([
    ["https://acme.test", /such as acme.com/],
    ["acme.test/team", /such as acme.com/],
    ["acme.test:443", /such as acme.com/],
    ["somebody@acme.test", /such as acme.com/],
    ["acme", /such as acme.com/],
    ["127.0.0.1", /such as acme.com/],
    ["1.2", /such as acme.com/],
    ["ac me.test", /such as acme.com/],
    ["-acme.test", /such as acme.com/],
    [`${"a".repeat(64)}.test`, /such as acme.com/],
    [`${"a.".repeat(130)}test`, /at most/],
    ["", /such as acme.com/],
    ["gmail.com", /Anyone can get an email address at gmail.com/],
    ["Fastmail.com", /Anyone can get an email address/],
    ["co.uk", /acme\.co\.uk/],
    ["github.io", /acme\.github\.io/],
    ["com.", /such as acme.com/],
  ])("%j is refused with a reason", async (given, words) => {
    const { reason, issues } = problemOf(await add(given));
    expect(reason).toBe("INVALID_INPUT");
    expect(issues).toEqual([
      expect.objectContaining({
        path: "domain",
        message: expect.stringMatching(words),
      }),
    ]);
  });

  test("once by an organization", async () => {
    const { domain } = await added();
    expect(problemOf(await add(domain)).reason).toBe("DOMAIN_EXISTS");
  });

  test("until the organization has twenty", async () => {
    const full = await server.organization(admin);
    for (let taken = 0; taken < 20; taken++) await added(newName(), full);
    expect(problemOf(await add(newName(), full)).reason).toBe("DOMAIN_LIMIT");
    const path = `/organizations/${full.slug}/domains`;
    const { body } = await admin.get<"domains.list">(path);
    const [first] = body.items;
    expectStatus(
      await admin.delete(`/organizations/${full.slug}/domains/${first?.id}`),
      204,
    );
    await added(newName(), full);
  });
});

describe("a DNS record verifies the domain", () => {
  async function answered(records: (value: string) => string[][]) {
    const domain = await added();
    dns.answers.set(domain.record.name, {
      records: records(domain.record.value),
    });
    return { domain, answer: await verify(domain) };
  }

  test.each<[string, (value: string) => string[][]]>([
    ["as the only record", (value) => [[value]]],
    ["among other records", (value) => [["v=spf1 -all"], [value], ["other=1"]]],
    ["in several strings", (value) => [[value.slice(0, 9), value.slice(9)]]],
  ])("%s", async (_, records) => {
    const { domain, answer } = await answered(records);
    expect(expectStatus(answer, 200).body).toMatchObject({
      id: domain.id,
      status: "verified",
      verifiedAt: expect.any(String),
    });
  });

  test("also when it is too long for one packet", async () => {
    const domain = await added();
    const others = Array.from({ length: 100 }, (_, n) => ["x".repeat(200) + n]);
    dns.answers.set(domain.record.name, {
      records: [...others, [domain.record.value]],
      isTruncated: true,
    });
    expectStatus(await verify(domain), 200);
  });

  test("but not with another value", async () => {
    const other = await added();
    const { answer } = await answered(() => [[other.record.value]]);
    expect(problemOf(answer)).toMatchObject({
      reason: "DOMAIN_NOT_PROVEN",
      params: { record: expect.any(String) },
    });
  });

  test.each([
    ["has no record", { code: "NXDOMAIN" as const }],
    ["has no text record", { records: [] }],
  ])("but not when the DNS %s", async (_, given) => {
    const domain = await added();
    dns.answers.set(domain.record.name, given);
    expect(problemOf(await verify(domain)).reason).toBe("DOMAIN_NOT_PROVEN");
  });

  test.each([
    ["fails", { code: "SERVFAIL" as const }],
    ["refuses", { code: "REFUSED" as const }],
    ["sends garbage", "garbage" as const],
    ["answers another question", "another question" as const],
    ["says nothing", "silence" as const],
  ])("and the check fails when the name server %s", async (_, given) => {
    const domain = await added();
    dns.answers.set(domain.record.name, given);
    const answer = await verify(domain);
    expect(answer.status).toBe(503);
    expect(problemOf(answer).reason).toBe("DNS_FAILED");
    expect(answer.headers.get("retry-after")).toBe("5");
  });

  test("for only one organization", async () => {
    const { domain } = await answered((value) => [[value]]);
    const rival = await server.person();
    const elsewhere = await server.organization(rival);
    const claim = await added(domain.domain, elsewhere, rival);
    expect(claim.record.value).not.toBe(domain.record.value);
    dns.answers.set(domain.record.name, {
      records: [[domain.record.value], [claim.record.value]],
    });
    expect(problemOf(await verify(claim, elsewhere, rival)).reason).toBe(
      "DOMAIN_TAKEN",
    );
    expectStatus(
      await admin.delete(`/organizations/${org.slug}/domains/${domain.id}`),
      204,
    );
    expectStatus(await verify(claim, elsewhere, rival), 200);
  });

  test("and only one of two organizations at the same time", async () => {
    const claim = await added();
    const rival = await server.person();
    const elsewhere = await server.organization(rival);
    const other = await added(claim.domain, elsewhere, rival);
    dns.answers.set(claim.record.name, {
      records: [[claim.record.value], [other.record.value]],
    });
    const answers = await server.race([
      () => verify(claim),
      () => verify(other, elsewhere, rival),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  test("and can be checked twenty times in ten minutes", async () => {
    const strict = await startServer({
      DNS_SERVERS: dns.address,
      RATE_LIMIT_FACTOR: "1",
    });
    try {
      const ann = await strict.person();
      const own = await strict.organization(ann);
      const domain = await added(newName(), own, ann);
      for (let time = 0; time < 20; time++)
        expect((await verify(domain, own, ann)).status).toBe(409);
      expect((await verify(domain, own, ann)).status).toBe(429);
    } finally {
      await strict.stop();
    }
  });
});

describe("the role of a domain", () => {
  const setRole = (by: Actor, { id }: Domain, role: string | null) =>
    by.put(`/organizations/${org.slug}/domains/${id}`, { role });

  test("can be set and unset", async () => {
    const domain = await added();
    const chosen = expectStatus(await setRole(admin, domain, "member"), 200);
    expect(chosen.body).toMatchObject({
      role: "member",
      roleName: "Member",
    });
    const none = expectStatus(await setRole(admin, domain, null), 200);
    expect(none.body).toMatchObject({ role: null, roleName: null });
  });

  test("cannot be admin or an unknown role", async () => {
    const domain = await added();
    expect(problemOf(await setRole(admin, domain, "admin")).issues).toEqual([
      expect.objectContaining({
        path: "role",
        rule: "ADMIN_ROLE_NOT_ALLOWED",
      }),
    ]);
    const gone = `rol_${"0".repeat(26)}`;
    expect(problemOf(await setRole(admin, domain, gone)).reason).toBe(
      "ROLE_NOT_FOUND",
    );
  });

  test("cannot grant more than the caller has, and needs the permission to invite", async () => {
    const domain = await added();
    const clerk = await server.join(admin, org, "viewer");
    const role = await customRole(["organization:read", "organization:update"]);
    await server.db.client.execute({
      sql: "update memberships set role = ? where user_id = ?",
      args: [role, clerk.id],
    });
    const { missing } = problemOf(await setRole(clerk, domain, role));
    expect(missing).toEqual(["invitation:create"]);
    expect(problemOf(await setRole(clerk, domain, "viewer")).missing).toContain(
      "member:read",
    );
    expectStatus(await setRole(clerk, domain, null), 200);
  });
});

async function customRole(permissions: string[]): Promise<string> {
  const id = `rol_${String(++count).padStart(26, "0")}`;
  await server.db.client.execute({
    sql: "insert into roles (org_id, id, name, name_fold, based_on, permissions, created_at, updated_at) values (?, ?, ?, ?, 'viewer', ?, 0, 0)",
    args: [org.id, id, id, id, JSON.stringify(permissions)],
  });
  return id;
}
