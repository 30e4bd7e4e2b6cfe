/** The product with every layer switched on, in a process of its own. Says where it is as one line of JSON. */
import { startServer } from "../kit";

const server = await startServer({
  LOG_LEVEL: "info",
  DATABASE_SYNCHRONOUS: "FULL",
  // Without the limits of a plan: a round makes more projects than any has room for.
  BILLING: "off",
});
const ana = await server.person("Ana");
const organization = await server.organization(ana, "Acme");
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
