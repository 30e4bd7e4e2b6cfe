import { and, eq, sql } from "drizzle-orm";
import { users } from "#server/core/users/table";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { invitationFields } from "./list";
import { invitations } from "./table";

/** Reads the pending invitations of a JSON array of ids, with their roles and the rights of their inviters. */
export const pendingByIds = defineQuery<{ ids: string }>()((db, value) =>
  db
    .join(
      invitations,
      users,
      eq(users.id, invitations.invitedBy),
      invitationFields,
    )
    .where(
      and(
        sql`${invitations.id} in (select value from json_each(${value("ids")}))`,
        eq(invitations.status, "pending"),
      ),
    ),
);
