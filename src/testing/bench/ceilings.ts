import { initTRPC } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { Hono } from "hono";
import { newId } from "#shared/id";
import { users } from "#server/core/users/table";
import { sessions } from "#server/core/sessions/table";
import type { Database } from "#server/kernel/db/client";
import { insertStatement } from "#server/kernel/db/statement";
import { memberships } from "#server/core/memberships/table";
import { organizations } from "#server/core/organizations/table";
import { projects } from "#server/features/projects/table";

/** The session and the organization of the requests. */
export interface Facts {
  cookie: string;
  orgId: string;
  userId: string;
}

/**
 * Serves the same queries with the same engine and driver, but without the product: no permission checks, limits,
 * validation, log, audit log or outbox. The benchmark compares the product with this server in the same run.
 */
export async function serveCeilings(
  db: Database,
  facts: Facts,
): Promise<{ origin: string }> {
  const read = prepareReads(db, facts);
  const t = initTRPC.create({ isDev: false });
  const router = t.router({ context: t.procedure.query(read.context) });
  const app = new Hono()
    .get("/fixed", (c) => c.json({ ok: true }))
    .get("/context", async (c) => c.json(await read.context()))
    .get("/organizations", async (c) => c.json(await read.organizations()))
    .get("/members", async (c) => c.json(await read.members()))
    .get("/projects", async (c) => c.json(await read.projects()))
    .post("/projects", async (c) => {
      const { name } = await c.req.json<{ name: string }>();
      return c.json(await createProject(db, facts, name), 201);
    })
    .all("/trpc/*", (c) =>
      fetchRequestHandler({ endpoint: "/trpc", req: c.req.raw, router }),
    );
  const server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    fetch: app.fetch,
  });
  return { origin: server.url.origin };
}

function prepareReads({ drizzle }: Database, { cookie, orgId, userId }: Facts) {
  const id = /sid=([^.]+)\./.exec(cookie)?.[1] ?? "";
  const value = sql.placeholder;
  const session = drizzle
    .select()
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(
      organizations,
      and(eq(organizations.id, value("org")), isNull(organizations.deletedAt)),
    )
    .leftJoin(
      memberships,
      and(
        eq(memberships.orgId, organizations.id),
        eq(memberships.userId, users.id),
      ),
    )
    .where(eq(sessions.id, value("id")))
    .prepare();
  const mine = drizzle
    .select({ organization: organizations, role: memberships.role })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.orgId))
    .where(
      and(
        eq(memberships.userId, value("user")),
        isNull(organizations.deletedAt),
      ),
    )
    .orderBy(asc(organizations.name))
    .prepare();
  const members = drizzle
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.orgId, value("org")))
    .orderBy(asc(memberships.id))
    .limit(50)
    .prepare();
  const newest = drizzle
    .select()
    .from(projects)
    .where(eq(projects.orgId, value("org")))
    .orderBy(desc(projects.id))
    .limit(20)
    .prepare();
  const signedIn = () => session.get({ id, org: orgId });
  const list = async () => ({ items: await mine.all({ user: userId }) });
  return {
    context: async () => ({ session: await signedIn(), ...(await list()) }),
    organizations: async () => ({
      session: await signedIn(),
      ...(await list()),
    }),
    members: async () => ({
      session: await signedIn(),
      items: await members.all({ org: orgId }),
    }),
    projects: async () => ({
      session: await signedIn(),
      items: await newest.all({ org: orgId }),
    }),
  };
}

async function createProject(
  { client }: Database,
  { orgId, userId }: Facts,
  name: string,
) {
  const now = Date.now();
  const row = {
    orgId,
    id: newId("project"),
    name,
    description: "",
    status: "active",
    createdBy: userId,
    createdAt: now,
    updatedAt: now,
  };
  await client.batch([insertStatement(projects, row)], "write");
  return row;
}
