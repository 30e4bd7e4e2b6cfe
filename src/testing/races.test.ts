import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { expectStatus, startServer, type TestServer } from "./kit";

const RUNS = Number(process.env.RACE_RUNS ?? 20);

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

async function admins(orgId: string): Promise<number> {
  const { rows } = await server.db.client.execute({
    sql: "select count(*) from memberships where org_id = ? and role = 'admin'",
    args: [orgId],
  });
  return Number(rows[0]?.[0]);
}

async function count(sql: string, ...args: string[]): Promise<number> {
  const { rows } = await server.db.client.execute({ sql, args });
  return Number(rows[0]?.[0]);
}

function successes(answers: { status: number }[]): number {
  return answers.filter(({ status }) => status < 300).length;
}

async function runs(times: number, round: () => Promise<void>): Promise<void> {
  for (let run = 0; run < times; run++) await round();
}

describe(`in ${RUNS} races each`, () => {
  test("two admins who demote each other leave one admin", async () => {
    const ana = await server.person("Ana");
    const org = await server.organization(ana);
    const ben = await server.join(ana, org, "admin", "Ben");
    const member = (id: string) => `/organizations/${org.slug}/members/${id}`;
    await runs(RUNS, async () => {
      const answers = await server.race([
        () => ana.put(member(ben.id), { role: "viewer" }),
        () => ben.put(member(ana.id), { role: "viewer" }),
      ]);
      expect(successes(answers)).toBe(1);
      expect(await admins(org.id)).toBe(1);
      const [winner, loser] =
        answers[0]?.status === 200 ? [ana, ben] : [ben, ana];
      expectStatus(await winner.put(member(loser.id), { role: "admin" }), 200);
    });
  }, 120_000);
});
