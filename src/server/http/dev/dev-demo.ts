import { inArray } from "drizzle-orm";
import type { Hono } from "hono";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "#shared/demo";
import { users } from "#server/core/users/table";
import type { Dependencies } from "#server/rpc/context";
import { isLoopback } from "#server/kernel/loopback";
import type { RequestState } from "../middleware/request-state";

/** Lists the demo accounts for the sign-in page. The route does not exist in production. */
export function mountDevDemo(app: Hono<RequestState>, deps: Dependencies) {
  app.get("/dev/demo.json", async (c) => {
    c.header("cache-control", "no-store");
    const people = await presentPeople(deps);
    return c.json(
      people.length > 0 ? { people, password: DEMO_PASSWORD } : { people },
    );
  });
}

/**
 * Returns the demo accounts that exist. If other machines can reach the program, it returns none, because the password
 * of the accounts is public.
 */
export async function presentPeople({
  db: { drizzle },
  config,
}: Pick<Dependencies, "db" | "config">) {
  if (!isLoopback(config.publicUrl.hostname)) return [];
  const emails = DEMO_PEOPLE.map(({ email }) => email);
  const rows = await drizzle
    .select({ email: users.email })
    .from(users)
    .where(inArray(users.email, emails));
  const present = new Set(rows.map(({ email }) => email));
  return DEMO_PEOPLE.filter(({ email }) => present.has(email));
}
