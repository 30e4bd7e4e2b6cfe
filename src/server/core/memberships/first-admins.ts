import { and, asc, eq, isNull } from "drizzle-orm";
import { users } from "#server/core/users/table";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { memberships } from "./table";

/** How many admins get a notice at most. */
const RECIPIENTS_AT_MOST = 20;

/** The email addresses of the admins who get the notices to an organization: those who joined first. */
export const firstAdmins = defineQuery()((db) =>
  db
    .join(memberships, users, eq(users.id, memberships.userId), {
      email: users.email,
    })
    .where(and(eq(memberships.role, "admin"), isNull(memberships.suspendedAt)))
    .orderBy(asc(memberships.id))
    .limit(RECIPIENTS_AT_MOST),
);
