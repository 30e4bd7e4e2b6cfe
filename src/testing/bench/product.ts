/** The product with every layer switched on, in a process of its own. Says where it is as one line of JSON. */
import { startServer } from "../kit/server";

const server = await startServer({
  LOG_LEVEL: "info",
  DATABASE_SYNCHRONOUS: "FULL",
  // Without the limits of a plan: a round makes more projects than any has room for.
  BILLING: "off",
});
const ana = await server.person("Ana");
const organization = await server.organization(ana, "Acme");
// More than any plan with a limit has room for: such a limit shows here, and not only on a fast machine.
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
process.stderr.write(
  `${JSON.stringify({
    origin: server.url.origin,
    database: server.config.database.url,
    cookie: ana.cookie,
    slug: organization.slug,
    orgId: organization.id,
    userId: ana.id,
  })}\n`,
);
