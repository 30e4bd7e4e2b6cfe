/** Starts the complete product in a separate process. Prints the address and other facts as one line of JSON. */
import {
  addPersonalKey,
  addServiceAccount,
  addServiceKey,
} from "../kit/api-keys";
import { startServer } from "../kit/server";

const server = await startServer({
  LOG_LEVEL: "info",
  DATABASE_SYNCHRONOUS: "FULL",
  BILLING: "fake",
});
const ana = await server.person("Ana");
const organization = await server.organization(ana, "Acme");
// The plan limits the calls with API keys. The projects have no limit, because a round creates more than any plan allows.
await server.db.client.execute({
  sql: "update organizations set plan = 'team', project_limit = null where id = ?",
  args: [organization.id],
});
// Insert more projects than any plan with a limit allows, so that a mistaken limit shows on slow machines, too.
await server.db.client.execute({
  sql: `with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000)
    insert into projects (org_id, id, name, created_by, created_at, updated_at)
    select ?, printf('prj_%026d', i), 'Old project ' || i, ?, 1, 1 from n`,
  args: [organization.id, ana.id],
});
for (let i = 1; i <= 30; i++)
  await ana.post(`/organizations/${organization.slug}/projects`, {
    name: `Project ${i}`,
    description: "One of thirty.",
  });
for (let i = 0; i < 9; i++) await server.join(ana, organization, "member");
const { key: personalKey } = await addPersonalKey(server, organization.id, ana);
const account = await addServiceAccount(server.db, organization.id, "admin");
const { key: serviceKey } = await addServiceKey(
  server,
  organization.id,
  account,
);
process.stderr.write(
  `${JSON.stringify({
    origin: server.url.origin,
    database: server.config.database.url,
    cookie: ana.cookie,
    personalKey,
    serviceKey,
    slug: organization.slug,
    orgId: organization.id,
    userId: ana.id,
  })}\n`,
);
