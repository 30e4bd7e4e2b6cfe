import { expect, test } from "bun:test";
import { PLANS } from "#shared/plans";
import { dayOf } from "#server/core/api-usage/calendar";
import { apiUsage } from "#server/core/api-usage/table";
import { insertStatement } from "#server/kernel/db/statement";
import { addPersonalKey } from "#testing/kit/api-keys";
import { callTool, connectMcp, problemOfTool } from "#testing/kit/mcp";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";

const server = serverSuite();

async function withKey() {
  const ada = await server.person("Ada");
  const org = await server.organization(ada);
  return { ada, org, key: await addPersonalKey(server, org.id, ada) };
}

test("reads, writes and refusals count as usage, other messages do not", async () => {
  const { ada, org, key } = await withKey();
  await using connected = await connectMcp(server, key);
  const { client } = connected;
  await client.listTools();
  await client.callTool({ name: "projects_list" });
  const project = { name: "Loom" };
  await client.callTool({ name: "projects_create", arguments: project });
  await client.callTool({ name: "projects_create", arguments: {} });
  await server.services.deps.meter.flush();
  const path = `/organizations/${org.slug}/usage`;
  const { body } = expectStatus(await ada.get<"usage.get">(path), 200);
  const { rows } = await server.db.client.execute({
    sql: "select calls, writes, refused from api_usage where key_id = ?",
    args: [key.keyId],
  });
  expect(rows.map((row) => ({ ...row }))).toMatchObject([
    { calls: 2, writes: 1, refused: 1 },
  ]);
  expect(JSON.stringify(body)).toContain(key.keyId);
});

test("a call over the limit of the plan is refused, and stores nothing", async () => {
  const { ada, org, key } = await withKey();
  const day = dayOf(server.services.deps.now());
  await server.db.client.execute(
    insertStatement(apiUsage, {
      orgId: org.id,
      id: `${day} earlier`,
      day,
      keyId: "earlier",
      calls: PLANS.free.apiCalls - 1,
    }),
  );
  const last = await callTool(key, "projects_list", {});
  expect(last.message.result?.isError).toBeFalsy();
  const { message } = await callTool(key, "projects_create", { name: "Over" });
  expect(problemOfTool(message.result ?? {})).toMatchObject({
    code: "PAYMENT_REQUIRED",
    reason: "API_CALL_LIMIT",
  });
  const projects = `/organizations/${org.slug}/projects`;
  const { body } = await ada.get<"projects.list">(projects);
  expect(body.items).toBeEmpty();
});
