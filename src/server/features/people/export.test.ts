import { beforeAll, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { problemOf } from "#testing/kit/problem";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { downloadSlowly } from "#testing/kit/slow-download";
import { serverSuite } from "#testing/kit/suite";

const HEADER =
  '"kind","id","name","email","role","status","joined_at","invited_at","expires_at","invited_by","last_active_at","two_factor","projects"';

const server = serverSuite({ BILLING: "off" });
let ada: Actor;
let ben: Actor;
let org: TestOrganization;
let joinedAt: string;
beforeAll(async () => {
  server.stopTime();
  ada = await server.person("Ada");
  org = await server.organization(ada);
  ben = await server.join(ada, org, "member", '=HYPERLINK("x"), Ben');
  joinedAt = now();
  server.passTime(1);
  await server.invite(ada, org, "+carla@example.com", "viewer");
});

const now = () => new Date(server.services.deps.now()).toISOString();
const path = (query = "") => `/organizations/${org.slug}/people/export${query}`;

async function linesOf(query = "", by = ada): Promise<string[]> {
  const { text } = expectStatus(await by.get(path(query)), 200);
  expect(text).toEndWith("\r\n");
  return text.trimEnd().split("\r\n");
}

test("the file has a line for each member and invitation", async () => {
  const answer = expectStatus(await ada.get(path()), 200);
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toBe(
    `attachment; filename="${org.slug}-people.csv"`,
  );
  const [header, invited, formula, founder, ...more] = await linesOf();
  expect(more).toEqual([]);
  expect(header).toBe(HEADER);
  expect(formula).toBe(
    `"member","${ben.id}","'=HYPERLINK(""x""), Ben","${ben.email}","Member","active","${joinedAt}","","","Ada","${joinedAt}","false",0`,
  );
  expect(invited).toStartWith('"invitation","inv_');
  expect(invited).toContain(
    `,"","'+carla@example.com","Viewer","invited","","${now()}",`,
  );
  expect(invited).toEndWith(',"Ada","","",""');
  expect(founder).toContain(`"${ada.id}","Ada"`);
});

test("the file has the rows and the order of the list", async () => {
  const ids = async (query: string) =>
    (await linesOf(query)).slice(1).map((line) => line.split(",")[0]);
  expect(await ids("?role=viewer")).toEqual(['"invitation"']);
  expect(await ids("?twoFactor=off")).toEqual(['"member"', '"member"']);
  expect(await ids("?sort=joined&order=desc")).toEqual([
    '"invitation"',
    '"member"',
    '"member"',
  ]);
  expect(await linesOf("?q=none")).toEqual([HEADER]);
});

test("a member who may not manage members gets no file", async () => {
  const { reason } = problemOf(expectStatus(await ben.get(path()), 403));
  expect(reason).toBe("PERMISSION_DENIED");
});

test("the file is refused over tRPC with the REST path", async () => {
  const answer = await ada.trpc("query", "people.export", { org: org.slug });
  expect(expectStatus(answer, 405).text).toContain(
    "Use GET /api/organizations/{org}/people/export",
  );
});

/** Creates an organization with many members. It inserts them by SQL, because that is fast. */
async function withMembers(number: number, name: string) {
  const big = await server.organization(ada);
  const numbers =
    "with recursive n(i) as (select 1 union all select i + 1 from n where i < ?2)";
  await server.db.client.batch(
    [
      {
        sql: `${numbers} insert into users (id, email, name, created_at)
          select ?1 || i, ?1 || i || '@example.com', (i % 7) || ?3, 1 from n`,
        args: [big.id, number, name],
      },
      {
        sql: `${numbers} insert into memberships (org_id, id, user_id, role, joined_at)
          select ?1, 'mem_' || i, ?1 || i, 'viewer', 1 from n`,
        args: [big.id, number],
      },
    ],
    "write",
  );
  return big;
}

test("a file of many people has each of them once, in order", async () => {
  const big = await withMembers(1201, " Name");
  const answer = await ada.get(`/organizations/${big.slug}/people/export`);
  const lines = expectStatus(answer, 200).text.trimEnd().split("\r\n");
  const names = lines.slice(1).map((line) => line.split(",")[2] ?? "");
  expect(names).toHaveLength(1202);
  expect(names).toEqual(names.toSorted());
  expect(new Set(lines).size).toBe(lines.length);
});

test("a download ends when the caller may not manage members any more", async () => {
  // The names make the file larger than the buffers of a connection.
  const big = await withMembers(1500, "n".repeat(8000));
  const eve = await server.join(ada, big, "admin", "Eve");
  const file = `/organizations/${big.slug}/people/export`;
  const download = await downloadSlowly(server, eve, file);
  const member = `/organizations/${big.slug}/members/${eve.id}`;
  expectStatus(await eve.put(member, { role: "viewer" }), 200);
  const { text, isWhole } = await download.takeAll();
  expect(text).toStartWith("HTTP/1.1 200");
  expect(isWhole).toBe(false);
});
