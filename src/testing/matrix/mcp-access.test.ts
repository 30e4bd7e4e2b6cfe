import { beforeAll, describe, expect, test } from "bun:test";
import { type Permission, PERMISSIONS, ROLES } from "#shared/permissions";
import {
  addPersonalKey,
  addServiceAccount,
  addServiceKey,
  type KeyActor,
} from "../kit/api-keys";
import { callTool, connectMcp, problemOfTool } from "../kit/mcp";
import { expectStatus } from "../kit/server";
import { fixture, serverSuite } from "../kit/suite";
import { startWriteProbe } from "../kit/snapshot";
import { expected, heading, isEverAllowed } from "./access-table";
import {
  createProgram,
  createRoles,
  createScenario,
  PROGRAMS,
  type Roles,
  type Scenario,
} from "./scenarios";
import { permissionsOf, toolName, toolProcedures } from "./tools";
import { allAttempts } from "./valid-inputs";

const server = serverSuite();
const writes = fixture(() => startWriteProbe(server));
let roles: Roles;
let scenario: Scenario;
beforeAll(async () => {
  roles = await createRoles(server);
  scenario = await createScenario(server, roles, "admin");
});

async function listed(program: KeyActor): Promise<string[]> {
  await using connected = await connectMcp(server, program, { allTools: true });
  const { tools } = await connected.client.listTools();
  return tools.map(({ name }) => name).toSorted();
}

function namesOf(isListed: (tool: (typeof toolProcedures)[number]) => boolean) {
  return toolProcedures.filter(isListed).map(toolName).toSorted();
}

describe("the list of tools is the access table", () => {
  test("with a tool for each procedure of an organization that takes API keys", async () => {
    const key = await addPersonalKey(server, scenario.orgId, roles.admin);
    expect(toolProcedures.length).toBeGreaterThan(30);
    expect(await listed(key)).toEqual(namesOf(() => true));
  });

  for (const role of ROLES) {
    const ofRole = namesOf(({ path }) => isEverAllowed(path, role));

    test(`for a personal key of a member with the role ${role}`, async () => {
      const { orgId } = scenario;
      const key = await addPersonalKey(server, orgId, roles[role]);
      expect(await listed(key)).toEqual(ofRole);
    });

    test(`for a service account with the role ${role}`, async () => {
      const { orgId } = await createScenario(server, roles, "admin");
      const account = await addServiceAccount(server.db, orgId, role);
      const key = await addServiceKey(server, orgId, account);
      expect(await listed(key)).toEqual(ofRole);
    });
  }

  test("limited to the scopes of the key, one by one", async () => {
    for (const scope of PERMISSIONS) {
      const { orgId } = scenario;
      const key = await addPersonalKey(server, orgId, roles.admin, [scope]);
      expect({ scope, tools: await listed(key) }).toEqual({
        scope,
        tools: namesOf((tool) => permissionsOf(tool).includes(scope)),
      });
    }
  });

  test("for the scopes that the role grants", async () => {
    const scopes: Permission[] = ["project:read", "audit:read", "role:read"];
    const { orgId } = scenario;
    const key = await addPersonalKey(server, orgId, roles.viewer, scopes);
    expect(await listed(key)).toEqual(
      namesOf((tool) =>
        permissionsOf(tool).some((permission) =>
          ["project:read", "role:read"].includes(permission),
        ),
      ),
    );
  });

  test("for the present role", async () => {
    const own = await createScenario(server, roles, "admin");
    const key = await addPersonalKey(server, own.orgId, roles.member);
    const members = `/organizations/${own.org}/members`;
    for (const role of ["viewer", "admin", "member"] as const) {
      const path = `${members}/${roles.member.id}`;
      expectStatus(await roles.admin.put(path, { role }), 200);
      expect(await listed(key)).toEqual(
        namesOf(({ path: tool }) => isEverAllowed(tool, role)),
      );
    }
  });
});

for (const { title, path, attempt } of allAttempts) {
  const tool = toolProcedures.find((one) => one.path === path);
  if (!tool) continue;
  test(`${title}: the tool answers like the API, and a refused call changes nothing`, async () => {
    const line = expected.find(([known]) => known === title) ?? [];
    for (const program of PROGRAMS) {
      const own = await createScenario(server, roles, "admin");
      const key = await createProgram(own, program);
      const { org: _, ...input } = { org: "", ...inputOf(await attempt(own)) };
      await server.services.outbox.idle();
      await writes.hasWritten();
      const { message } = await callTool(key, toolName(tool), input);
      const cell = cellOf(message.result);
      const cellOfRest = line[heading.indexOf(program)];
      expect({ program, cell }).toEqual({
        program,
        cell: cellOfRest?.replace(/^\d+ /, "") ?? "",
      });
      if (cell !== "yes") expect(await writes.hasWritten()).toBe(false);
    }
  });
}

function inputOf(input: unknown): object {
  return typeof input === "object" && input !== null ? input : {};
}

/** Returns the cell of the access table without the status, which a tool does not have. */
function cellOf(result: Parameters<typeof problemOfTool>[0] = {}): string {
  if (!result.isError) return "yes";
  const { reason, missing } = problemOfTool(result);
  return Array.isArray(missing) ? missing.join(", ") : reason;
}
