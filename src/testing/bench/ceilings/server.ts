/**
 * Serves the ceilings: the same reads and writes with the same engine and driver, but without the product. It checks no
 * permission, limit, input or origin, writes no log, audit event or outbox, and compares no secret except a password.
 */
import { verify } from "@node-rs/argon2";
import { initTRPC } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { type Context, Hono } from "hono";
import { prepareStatements, type SessionRow } from "./statements";

const [path = "", synchronous = ""] = process.argv.slice(2);
const read = prepareStatements(path, synchronous);

function contextOf(session: SessionRow) {
  return { session, organizations: read.organizations(session.user_id) };
}

function sessionIdOf(cookies: string | null | undefined): string {
  return /sid=([^.]+)\./.exec(cookies ?? "")?.[1] ?? "";
}

/** Reads the session of the request and the organization in its path. */
function enter(c: Context): { userId: string; orgId: string } {
  const id = sessionIdOf(c.req.header("cookie"));
  const found = read.session(id, c.req.param("org") ?? "");
  return { userId: found.user_id, orgId: found.org_id ?? "" };
}

const t = initTRPC.context<{ sessionId: string }>().create({ isDev: false });
const router = t.router({
  context: t.procedure
    .input((input) => input as { org: string })
    .query(({ ctx, input }) =>
      contextOf(read.session(ctx.sessionId, input.org)),
    ),
});

const app = new Hono()
  .get("/context", (c) => {
    const id = sessionIdOf(c.req.header("cookie"));
    return c.json(contextOf(read.session(id, c.req.query("org") ?? "")));
  })
  .get("/organizations", (c) => {
    const id = sessionIdOf(c.req.header("cookie"));
    const { user_id } = read.sessionAlone(id);
    return c.json({ items: read.organizations(user_id) });
  })
  .get("/organizations/:org/members", (c) =>
    c.json({ items: read.members(enter(c).orgId) }),
  )
  .get("/organizations/:org/projects", (c) => {
    const { userId, orgId } = enter(c);
    return c.json({ items: read.projects(orgId, userId) });
  })
  .post("/organizations/:org/projects", async (c) => {
    const { userId, orgId } = enter(c);
    const { name } = await c.req.json<{ name: string }>();
    return c.json(read.createProject(orgId, userId, name), 201);
  })
  .post("/switch", async (c) => {
    const { organizationId } = await c.req.json<{ organizationId: string }>();
    const id = sessionIdOf(c.req.header("cookie"));
    const session = read.sessionInOrg(id, organizationId);
    read.activate(organizationId, session.user_id);
    return c.json(contextOf(session));
  })
  .post("/sign-in", async (c) => {
    const { email, password } = await c.req.json<Record<string, string>>();
    const user = read.findUser(email ?? "");
    const isRight = await verify(user.password_hash, password ?? "");
    if (!isRight) return c.json({ error: "wrong password" }, 401);
    const token = read.startSession(user.id);
    c.header("set-cookie", `sid=${token}; Path=/; HttpOnly`);
    return c.json({ user: { id: user.id } });
  })
  .all("/trpc/*", (c) =>
    fetchRequestHandler({
      endpoint: "/trpc",
      req: c.req.raw,
      router,
      createContext: ({ req }) => ({
        sessionId: sessionIdOf(req.headers.get("cookie")),
      }),
    }),
  );

const fixed = JSON.stringify({ ok: true });
const server = Bun.serve({
  port: 0,
  hostname: "127.0.0.1",
  fetch(request) {
    if (request.url.endsWith("/fixed"))
      return new Response(fixed, {
        headers: { "content-type": "application/json" },
      });
    return app.fetch(request);
  },
});
process.stderr.write(`${server.url.origin}\n`);
