/**
 * Serves better-auth, and the projects in routes of its own as its users would write them: the session from better-auth,
 * then the membership, then the statement, which is prepared once.
 */
import { Hono, type MiddlewareHandler } from "hono";
import { createAuth } from "./auth";

const [path = "", port = "", secret = ""] = process.argv.slice(2);
const origin = `http://127.0.0.1:${port}`;
const { auth, database } = createAuth(path, origin, secret);
const membership = database.query(
  "select role from member where organizationId = ? and userId = ?",
);
const newest = database.query(
  "select * from project where organizationId = ? order by id desc limit 20",
);
const insert = database.query(
  "insert into project (id, organizationId, name, description, status, createdBy, createdAt, updatedAt) values (?, ?, ?, '', 'active', ?, ?, ?) returning *",
);

const enter: MiddlewareHandler<{ Variables: { userId: string } }> = async (
  c,
  next,
) => {
  const found = await auth.api.getSession({ headers: c.req.raw.headers });
  if (!found) return c.json({ error: "Sign in first." }, 401);
  if (!membership.get(c.req.param("org") ?? "", found.user.id))
    return c.json({ error: "This organization does not exist." }, 404);
  c.set("userId", found.user.id);
  return next();
};

const app = new Hono<{ Variables: { userId: string } }>()
  .use("/organizations/:org/*", enter)
  .get("/organizations/:org/projects", (c) =>
    c.json({ items: newest.all(c.req.param("org")) }),
  )
  .post("/organizations/:org/projects", async (c) => {
    const { name } = await c.req.json<{ name: unknown }>();
    if (typeof name !== "string" || name === "")
      return c.json({ error: "A project needs a name." }, 400);
    const id = Bun.randomUUIDv7();
    const now = new Date().toISOString();
    const { userId } = c.var;
    const row = insert.get(id, c.req.param("org"), name, userId, now, now);
    return c.json(row, 201);
  });

Bun.serve({
  port: Number(port),
  hostname: "127.0.0.1",
  fetch: (request) =>
    new URL(request.url).pathname.startsWith("/api/auth/")
      ? auth.handler(request)
      : app.fetch(request),
});
process.stderr.write(`${origin}\n`);
