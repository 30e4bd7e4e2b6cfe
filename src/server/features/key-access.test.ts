import { beforeAll, expect, test } from "bun:test";
import { KEY_SCOPES } from "#shared/permissions";
import {
  addServiceAccount,
  addServiceKey,
  type KeyActor,
} from "#testing/kit/api-keys";
import { problemOf } from "#testing/kit/problem";
import { fixture, serverSuite } from "#testing/kit/suite";
import { callOver, FACES, procedures } from "#testing/matrix/procedures";
import { type Attempt, attempts } from "#testing/matrix/valid-inputs";
import {
  createRoles,
  createScenario,
  type Roles,
} from "#testing/matrix/scenarios";
import { startWriteProbe } from "#testing/kit/snapshot";
import { KEY_ACCESS } from "./key-access";

const server = serverSuite();
const writes = fixture(() => startWriteProbe(server));
let roles: Roles;
beforeAll(async () => {
  roles = await createRoles(server);
});

test("the scopes of API keys are the permissions of the procedures that take keys", () => {
  const taken = procedures
    .filter(({ path }) => KEY_ACCESS[path] === "allowed")
    .flatMap(({ meta: { access } }) =>
      typeof access === "object" ? access : [],
    );
  // `members.remove` accepts this permission too, but only a session can leave.
  const useful = new Set<string>(taken).difference(new Set(["member:leave"]));
  expect([...useful].toSorted()).toEqual([...KEY_SCOPES].toSorted());
});

const refused = procedures.filter(
  ({ path }) =>
    KEY_ACCESS[path] === "refused" &&
    // The organization is deleted, so that its keys are not valid.
    path !== "organizations.restore",
);

for (const { path } of refused)
  test(`${path} refuses an API key with all permissions`, async () => {
    const scenario = await createScenario(server, roles, "admin");
    const attempt = attempts[path] as Attempt<unknown>;
    const input = await attempt(scenario);
    const program = await adminProgram(scenario.orgId);
    await server.services.outbox.idle();
    for (const face of FACES) {
      await writes.hasWritten();
      const answer = await callOver(face, program, path, input);
      expect({ face, reason: problemOf(answer).reason }).toEqual({
        face,
        reason: "KEY_NOT_ALLOWED",
      });
      expect(answer.status).toBe(403);
      expect(await writes.hasWritten()).toBe(false);
    }
  });

async function adminProgram(orgId: string): Promise<KeyActor> {
  const account = await addServiceAccount(server.db, orgId, "admin");
  return addServiceKey(server, orgId, account);
}
