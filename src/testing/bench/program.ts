/**
 * The server side of the benchmark, in a process of its own so that it has one core for itself: the product with every
 * layer switched on, and beside it the bare ceilings on the same database. Prints its facts as one JSON line.
 */
import { startServer } from "../kit";
import { serveCeilings } from "./ceilings";

const server = await startServer({
  LOG_LEVEL: "info",
  DATABASE_SYNCHRONOUS: "FULL",
});
const ana = await server.person("Ana");
const organization = await server.organization(ana, "Acme");
for (let i = 1; i <= 30; i++)
  await ana.post(`/organizations/${organization.slug}/projects`, {
    name: `Project ${i}`,
    description: "One of thirty.",
  });
for (let i = 0; i < 9; i++) await server.join(ana, organization, "member");
const ceilings = await serveCeilings(server.db, {
  cookie: ana.cookie,
  orgId: organization.id,
  userId: ana.id,
});
process.stderr.write(
  `${JSON.stringify({
    product: server.url.origin,
    ceiling: ceilings.origin,
    cookie: ana.cookie,
    slug: organization.slug,
    orgId: organization.id,
  })}\n`,
);
