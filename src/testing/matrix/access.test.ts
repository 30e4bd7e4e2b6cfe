import { beforeAll, expect, test } from "bun:test";
import type { Actor, Answer } from "../kit/actor";
import { allAttempts, CHALLENGE } from "./valid-inputs";
import { startDns } from "../peers/dns";
import { fixture, serverSuite } from "../kit/suite";
import { callRest } from "./procedures";
import {
  CALLERS,
  type Roles,
  createRoles,
  createScenario,
  createProgram,
  PROGRAMS,
  type Scenario,
  signInAgain,
} from "./scenarios";
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

test("the table has a line for each", () => {
  expect(heading).toEqual(["procedure", ...CALLERS, ...PROGRAMS]);
  expect(expected.map(([title]) => title)).toEqual(
    allAttempts.map(({ title }) => title),
  );
});

for (const { title, path, attempt } of allAttempts)
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
