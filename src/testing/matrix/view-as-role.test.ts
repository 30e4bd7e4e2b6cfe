import { beforeAll, describe, expect, test } from "bun:test";
import { ViewingActor } from "../kit/viewing-actor";
import { problemOf } from "../kit/problem";
import { serverSuite } from "../kit/suite";
import { startDns } from "../peers/dns";
import { fixture } from "../kit/suite";
import { startWriteProbe } from "../kit/snapshot";
import { expected, heading } from "./access-table";
import {
  callOver,
  callRest,
  FACES,
  procedureAt,
  procedures,
} from "./procedures";
import { createRoles, createScenario, type Roles } from "./scenarios";
import { allAttempts, CHALLENGE } from "./valid-inputs";

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

const queries = allAttempts.filter(
  ({ path }) => procedureAt(path).type === "query",
);
const mutations = procedures.filter(({ type }) => type === "mutation");

describe.each(["admin", "member", "viewer"])(
  "an admin who views as %s",
  (role) => {
    const column = heading.indexOf(role);
    const cellOf = (title: string) =>
      expected.find(([known]) => known === title)?.[column];

    test.each(queries)(
      "$title: reads exactly what the role reads",
      async ({ title, path, attempt }) => {
        const scenario = await createScenario(server, roles, "admin");
        const input = await attempt(scenario);
        const admin = new ViewingActor(server, scenario.caller, role);
        const { status, body } = await callRest(admin, path, input);
        const { reason, missing } = body;
        const refusal = Array.isArray(missing) ? missing.join(", ") : reason;
        expect(status < 300 ? "yes" : `${status} ${String(refusal)}`).toBe(
          cellOf(title) ?? "",
        );
      },
    );

    test.each(mutations)(
      "$path is refused before anything else",
      async ({ path }) => {
        const admin = new ViewingActor(server, roles.admin, role);
        await server.services.outbox.idle();
        await writes.hasWritten();
        for (const face of FACES) {
          const answer = await callOver(face, admin, path, { id: "x" });
          expect(answer.status).toBe(403);
          expect(problemOf(answer).reason).toBe("VIEWING_AS_ROLE");
        }
        expect(await writes.hasWritten()).toBe(false);
      },
    );
  },
);
