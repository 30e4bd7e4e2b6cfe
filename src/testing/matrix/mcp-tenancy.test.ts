import { beforeAll, describe, expect, test } from "bun:test";
import type { Answer } from "../kit/actor";
import {
  addPersonalKey,
  addServiceAccount,
  addServiceKey,
  type KeyActor,
} from "../kit/api-keys";
import { callTool, messagesOf, postMcp, toolCall } from "../kit/mcp";
import { fixture, serverSuite } from "../kit/suite";
import { startWriteProbe } from "../kit/snapshot";
import { type Row, rows } from "./cross-tenant-inputs";
import { comparable, type ProcedurePath } from "./procedures";
import { createNobody, createTenant, type Ids, type Tenant } from "./tenants";
import { toolName, toolProcedures } from "./tools";

const server = serverSuite();
const writes = fixture(() => startWriteProbe(server));
let home: Tenant;
let victim: Tenant;
let nobody: ReturnType<typeof createNobody>;
/** Programs of the admin's organization: with a personal API key, and with the key of a service account. */
let programs: KeyActor[];
beforeAll(async () => {
  // The order matters, because list cursors are ids: see the tenancy tests of the API.
  home = await createTenant(server, "Homestead");
  victim = await createTenant(server, "Quarry");
  nobody = createNobody();
  const { id } = home.names;
  const account = await addServiceAccount(server.db, id, "admin", home.admin);
  programs = [
    await addPersonalKey(server, id, home.admin),
    await addServiceKey(server, id, account),
  ];
});

/** The input of the procedure with rows of a tenant, and with the organization only if it is given. */
function inputWith(path: ProcedurePath, ids: Ids, org?: string): object {
  const row: Row<unknown> = rows[path];
  if (typeof row !== "function")
    throw new Error(`${path} has no input with an organization.`);
  const { org: _, ...input } = { org: "", ...inputOf(row("any", ids)) };
  return org === undefined ? input : { ...input, org };
}

function takesIds(path: ProcedurePath): boolean {
  const [one, other] = [createNobody(), createNobody()].map(({ ids }) =>
    inputWith(path, ids),
  );
  return !Bun.deepEquals(one, other);
}

describe.each(
  toolProcedures.map((tool) => ({ ...tool, name: toolName(tool) })),
)("$name", ({ path, name }) => {
  if (takesIds(path))
    test("does not find what is another tenant's", () =>
      expectNoWayIn(
        name,
        inputWith(path, victim.ids),
        inputWith(path, nobody.ids),
      ));

  test("refuses another organization as an argument", async () => {
    for (const [kind, org] of Object.entries(victim.names)) {
      const missing = nobody.names[kind as keyof typeof nobody.names];
      const answers = await expectNoWayIn(
        name,
        inputWith(path, victim.ids, org),
        inputWith(path, nobody.ids, missing),
      );
      for (const { text } of answers) expect(text).toContain("UNKNOWN_FIELD");
    }
  });
});

test("a field by which other APIs name an organization is unknown", async () => {
  for (const { path } of toolProcedures)
    for (const field of ["organizationId", "orgId", "organization", "tenant"])
      for (const program of programs) {
        const input = { [field]: victim.names.id };
        const { message } = await callTool(program, toolName({ path }), input);
        expect(message.result?.isError).toBe(true);
      }
});

test("what else a request can say of an organization is ignored", async () => {
  const { id, slug } = victim.names;
  const call = toolCall("organizations_get", {}, 1, { org: id, "x/org": slug });
  const params = { ...call.params, org: id };
  for (const program of programs) {
    const answer = await postMcp(program, JSON.stringify({ ...call, params }), {
      path: `/mcp?org=${slug}&organizationId=${id}`,
      headers: { "x-org": id, "x-organization": slug, "mcp-session-id": id },
    });
    const [message] = messagesOf(answer);
    expect(message?.result?.structuredContent).toMatchObject({
      id: home.names.id,
    });
    expectNothingLeaks(answer);
  }
});

test("a batch behind a call of one's own does not help", async () => {
  const calls = [
    toolCall("organizations_get", {}, 1),
    toolCall("projects_get", { projectId: victim.ids.project }, 2),
    toolCall("projects_get", { projectId: nobody.ids.project }, 3),
    toolCall(
      "projects_get",
      { projectId: home.ids.project, org: victim.names.id },
      4,
    ),
  ];
  for (const program of programs) {
    const answer = await postMcp(program, JSON.stringify(calls));
    expectNothingLeaks(answer);
    const results = new Map(
      messagesOf(answer).map(({ id, result }) => [id, result]),
    );
    expect(results.get(1)?.isError).toBeFalsy();
    expect(results.get(2)).toEqual(results.get(3));
    expect(results.get(2)?.isError).toBe(true);
    expect(results.get(4)?.isError).toBe(true);
  }
});

/** Calls the tool with rows of the other tenant, and with rows that do not exist. */
async function expectNoWayIn(
  name: string,
  foreign: object,
  missing: object,
): Promise<Answer[]> {
  const answers = [];
  for (const program of programs) {
    await writes.hasWritten();
    const { answer } = await callTool(program, name, foreign);
    const { answer: onMissing } = await callTool(program, name, missing);
    expect(withoutRequestId(answer)).toEqual(withoutRequestId(onMissing));
    expectNothingLeaks(answer);
    expect(await writes.hasWritten()).toBe(false);
    answers.push(answer);
  }
  return answers;
}

function withoutRequestId(answer: Answer) {
  const { text, ...rest } = comparable(answer);
  return { ...rest, text: text.replaceAll(/req_[0-9a-z]{26}/g, "") };
}

function expectNothingLeaks({ text, headers }: Answer): void {
  const said = `${text} ${[...headers.values()].join(" ")}`;
  for (const secret of victim.secrets) expect(said).not.toContain(secret);
}

function inputOf(input: unknown): object {
  return typeof input === "object" && input !== null ? input : {};
}
