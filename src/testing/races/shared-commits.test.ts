import { afterAll, beforeAll, expect, test } from "bun:test";
import { createSigner } from "#server/kernel/crypto";
import { verifyAudit } from "#server/kernel/audit/verify";
import type { Actor } from "../kit/actor";
import { expectStatus, type TestOrganization } from "../kit/people";
import { createRaceControl } from "../kit/race";
import { serverSuite } from "../kit/suite";
import { watchClient } from "../kit/watch-client";
import { outcome, race } from "./rounds";

const ORGANIZATIONS = 6;
const NAMES = ["One", "Two", "Three"];

let watched: ReturnType<typeof watchClient> | undefined;
// This control has none of the delays of a race, so that mutations arrive in the same turn of the event loop.
const server = serverSuite(
  {},
  {
    ...createRaceControl(),
    intercept: (client) => (watched = watchClient(client)).client,
  },
);
afterAll(() => watched?.stop());
let ana: Actor;
beforeAll(async () => {
  ana = await server.person("Ana");
});

async function createOrganizations(): Promise<TestOrganization[]> {
  const list: TestOrganization[] = [];
  while (list.length < ORGANIZATIONS) list.push(await server.organization(ana));
  return list;
}

async function eventsOf({ id }: TestOrganization) {
  const { rows } = await server.db.client.execute({
    sql: "select action from audit_log where org_id = ? order by seq",
    args: [id],
  });
  return rows.map(({ action }) => action);
}

race(
  "mutations of many organizations at once keep every audit chain",
  server,
  async () => {
    const list = await createOrganizations();
    const create = ({ slug }: TestOrganization, name: string) =>
      ana.post(`/organizations/${slug}/projects`, { name });
    const answers = await Promise.all(
      NAMES.flatMap((name) => list.map((org) => create(org, name))),
    );
    for (const answer of answers) expectStatus(answer, 201);
    const signer = createSigner(server.config.secret, "audit");
    for (const org of list) {
      const found = await verifyAudit(server.db.client, signer, org.id);
      expect(found).toMatchObject({ rows: 1 + NAMES.length, fault: null });
    }
  },
);

race(
  "of many organizations that rename to one slug at once one gets it",
  server,
  async (run) => {
    const list = await createOrganizations();
    const slug = `shared-${run}`;
    const answers = await Promise.all(
      list.map((org) =>
        ana.put(`/organizations/${org.slug}`, { name: "New", slug }),
      ),
    );
    const refused = Array<string>(ORGANIZATIONS - 1).fill("SLUG_TAKEN");
    expect(outcome(answers)).toEqual(["200", ...refused]);
    for (const [index, org] of list.entries())
      expect((await eventsOf(org)).slice(1)).toEqual(
        answers[index]?.status === 200 ? ["organizations.update"] : [],
      );
  },
);

test("some of these mutations were stored in one turn of the event loop", () => {
  const batches = watched?.calls.filter(({ sql }) => sql.length > 1) ?? [];
  const turns = new Set(batches.map(({ turn }) => turn));
  expect(turns.size).toBeLessThan(batches.length);
});
