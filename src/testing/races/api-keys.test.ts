import { beforeAll, expect } from "bun:test";
import type { Actor, Answer } from "../kit/actor";
import {
  addPersonalKey,
  addServiceAccount,
  addServiceKey,
  type KeyActor,
} from "../kit/api-keys";
import type { TestOrganization } from "../kit/server";
import { serverSuite } from "../kit/suite";
import { race, raceOf } from "./rounds";

const CALLS = 50;

const server = serverSuite();
let ana: Actor;
beforeAll(async () => {
  ana = await server.person("Ana");
});

const home = ({ slug }: TestOrganization) => `/organizations/${slug}`;

/** Ends the access of a program, and returns the action of its audit event. */
interface Ending {
  title: string;
  action: string;
  /** The reasons with which later calls of the program are refused. */
  reasons: string[];
  prepare(
    org: TestOrganization,
  ): Promise<{ program: KeyActor; end: () => Promise<Answer> }>;
}

async function personal(org: TestOrganization) {
  const ben = await server.join(ana, org, "member");
  return { ben, program: await addPersonalKey(server, org.id, ben) };
}

async function service(org: TestOrganization) {
  const account = await addServiceAccount(server.db, org.id, "member", ana);
  const program = await addServiceKey(server, org.id, account);
  return { path: `${home(org)}/service-accounts/${account}`, program };
}

const endings: Ending[] = [
  {
    title: "whose key is revoked",
    action: "apiKeys.revoke",
    reasons: ["API_KEY_INVALID"],
    async prepare(org) {
      const { program } = await personal(org);
      const path = `${home(org)}/api-keys/${program.keyId}`;
      return { program, end: () => ana.delete(path) };
    },
  },
  {
    title: "that revokes its own key",
    action: "apiKeys.revokeSelf",
    reasons: ["API_KEY_INVALID"],
    async prepare(org) {
      const { program } = await personal(org);
      return { program, end: () => program.delete("/api-keys/self") };
    },
  },
  {
    title: "whose owner is removed",
    action: "members.remove",
    reasons: ["API_KEY_INVALID"],
    async prepare(org) {
      const { ben, program } = await personal(org);
      const path = `${home(org)}/members/${ben.id}`;
      return { program, end: () => ana.delete(path) };
    },
  },
  {
    title: "whose key is rotated without overlap",
    action: "apiKeys.rotate",
    reasons: ["API_KEY_INVALID"],
    async prepare(org) {
      const { program } = await service(org);
      const path = `${home(org)}/api-keys/${program.keyId}/rotate`;
      return { program, end: () => ana.post(path, { graceHours: 0 }) };
    },
  },
  {
    title: "whose service account is suspended",
    action: "serviceAccounts.update",
    reasons: ["MEMBERSHIP_SUSPENDED"],
    async prepare(org) {
      const { path, program } = await service(org);
      return { program, end: () => ana.put(path, { suspended: true }) };
    },
  },
  {
    title: "whose service account becomes a viewer",
    action: "serviceAccounts.update",
    reasons: ["PERMISSION_DENIED"],
    async prepare(org) {
      const { path, program } = await service(org);
      return { program, end: () => ana.put(path, { role: "viewer" }) };
    },
  },
];

for (const { title, action, reasons, prepare } of endings)
  race(
    `of ${CALLS} calls of a program ${title} meanwhile, none is stored afterwards`,
    server,
    async () => {
      const org = await server.organization(ana);
      const { program, end } = await prepare(org);
      const create = () =>
        program.post(`${home(org)}/projects`, { name: "Website" });
      const half = Array.from({ length: CALLS / 2 }, () => create);
      const [ended, ...calls] = await raceOf(server, end, ...half, ...half);
      expect(ended?.status).toBeLessThan(300);
      const created = calls.filter(({ status }) => status === 201).length;
      const refused = calls.filter(({ status }) => status !== 201);
      for (const { body } of refused)
        expect(reasons).toContain(String(body.reason));
      const order = await orderOf(org, action);
      expect(order).toEqual([
        ...Array(created).fill("projects.create"),
        action,
      ]);
      expect((await create()).status).toBeGreaterThanOrEqual(400);
    },
  );

/** Returns the actions of the organization's audit log in their order: the projects, and the end of the access. */
async function orderOf({ id }: TestOrganization, action: string) {
  const { rows } = await server.db.client.execute({
    sql: "select action from audit_log where org_id = ? and action in ('projects.create', ?) order by seq",
    args: [id, action],
  });
  return rows.map((row) => String(row.action));
}
