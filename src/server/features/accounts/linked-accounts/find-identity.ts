import { and, eq, getTableColumns } from "drizzle-orm";
import type { Context } from "#server/rpc/context";
import { users } from "#server/core/users/table";
import { identities } from "./table";

/** The account elsewhere, with the person it signs in here. */
export function findIdentity(
  { db }: Pick<Context, "db">,
  { issuer, subject }: { issuer: string; subject: string },
) {
  return db.drizzle
    .select({ id: identities.id, user: getTableColumns(users) })
    .from(identities)
    .innerJoin(users, eq(users.id, identities.userId))
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)))
    .get();
}
