import { and, desc, eq, gt } from "drizzle-orm";
import type { Context } from "../context";
import { signUps } from "./schema";

/** The newest sign-up with this address whose mailbox is not proven yet. */
export function latestSignUp(
  { db, services }: Pick<Context, "db" | "services">,
  email: string,
) {
  return db.drizzle
    .select()
    .from(signUps)
    .where(and(eq(signUps.email, email), gt(signUps.expiresAt, services.now())))
    .orderBy(desc(signUps.id))
    .get();
}
