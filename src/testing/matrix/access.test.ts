import { beforeAll, expect, test } from "bun:test";
import type { Actor, Answer } from "../kit/actor";
import {
  type Attempt,
  attempts,
  CHALLENGE,
  specialAttempts,
} from "./valid-inputs";
import { startDns } from "../peers/dns";
import { fixture, serverSuite } from "../kit/suite";
import { callRest, type ProcedurePath } from "./procedures";
import {
  CALLERS,
  type Roles,
  createRoles,
  createScenario,
  type Program,
  PROGRAMS,
  type Scenario,
  signInAgain,
} from "./scenarios";
import {
  addPersonalKey,
  addServiceAccount,
  addServiceKey,
} from "../kit/api-keys";
import { startWriteProbe } from "../kit/snapshot";
import { expected, heading } from "./access-table";

let roles: Roles;
const dns = fixture(startDns);
const server = serverSuite(() => ({
  GITHUB_CLIENT_ID: "tenantry",
  GITHUB_CLIENT_SECRET: "a secret of the tests",
  DNS_SERVERS: dns.address,
}));
const writes = fixture(() => startWriteProbe(server));
beforeAll(async () => {
  dns.defaultAnswer = { records: [[`tenantry-verification=${CHALLENGE}`]] };
  roles = await createRoles(server);
});

const rows = [
  ...Object.entries(attempts).map(([path, attempt]) => ({
    title: path,
    path: path as ProcedurePath,
    attempt: attempt as Attempt<unknown>,
  })),
  ...Object.entries(specialAttempts).map(([title, [path, attempt]]) => ({
    title,
    path,
    attempt,
  })),
];

test("the table has a line for each", () => {
  expect(heading).toEqual(["procedure", ...CALLERS, ...PROGRAMS]);
  expect(expected.map(([title]) => title)).toEqual(
    rows.map(({ title }) => title),
  );
});

for (const { title, path, attempt } of rows)
  test(`${title}: who is refused is told why, and changes nothing`, async () => {
    const actual = [title];
    const callAs = async (
      scenario: Scenario,
      callerOf: (scenario: Scenario) => Actor,
    ) => {
      const input = await attempt(scenario);
      await server.services.outbox.idle();
      await writes.hasWritten();
      const answer = await callRest(callerOf(scenario), path, input);
      actual.push(cell(answer));
      if (answer.status >= 400) expect(await writes.hasWritten()).toBe(false);
      await signInAgain(scenario.caller);
    };
    for (const caller of CALLERS)
      await callAs(
        await createScenario(server, roles, caller),
        (scenario) => scenario.caller,
      );
    for (const program of PROGRAMS) {
      const scenario = await createScenario(server, roles, "admin");
      const key = await createProgram(scenario, program);
      await callAs(scenario, () => key);
    }
    expect(actual).toEqual(expected.find(([known]) => known === title) ?? []);
  });

/** Creates an API key with all scopes: the admin's, or the key of a service account with the role `member`. */
async function createProgram(
  { orgId }: Scenario,
  program: Program,
): Promise<Actor> {
  if (program === "adminKey") return addPersonalKey(server, orgId, roles.admin);
  const { db } = server;
  const account = await addServiceAccount(db, orgId, "member", roles.admin);
  return addServiceKey(server, orgId, account);
}

/** Returns `yes` for a successful answer. Otherwise returns the status with the missing permissions or the reason. */
function cell({ status, body }: Answer): string {
  if (status < 300) return "yes";
  const { code, reason, missing, message, requestId } = body;
  expect({ code, message, requestId }).toEqual({
    code: expect.stringMatching(/^[A-Z_]+$/),
    message: expect.stringMatching(/\w.*\.$/),
    requestId: expect.stringMatching(/^req_/),
  });
  expect(missing !== undefined).toBe(reason === "PERMISSION_DENIED");
  const why = Array.isArray(missing) ? missing.join(", ") : String(reason);
  return `${status} ${why}`;
}
