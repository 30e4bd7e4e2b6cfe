import { sql } from "drizzle-orm";
import { index, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { users } from "#server/core/users/table";
import { tenantTable } from "#server/core/organizations/tenant-table";
import { moment } from "#server/kernel/db/columns";

export type InvitationStatus =
  "pending" | "accepted" | "declined" | "revoked" | "expired";

export const invitations = tenantTable(
  "invitations",
  { leftOut: "their mailed links lead to this installation" },
  {
    email: text("email").notNull(),
    role: text("role").notNull(),
    status: text("status")
      .$type<InvitationStatus>()
      .notNull()
      .default("pending"),
    /** The hash of the token in the mail. This token proves that its holder can read the mailbox. */
    tokenHash: text("token_hash").notNull().unique(),
    /** The hash of the token in the last copied link, which does not prove the mailbox; null if no link was copied. */
    copiedTokenHash: text("copied_token_hash"),
    linkCopiedAt: moment("link_copied_at"),
    /** What the inviter wrote to the invited person, without links. The audit log stores only that there is a message. */
    privateMessage: text("private_message"),
    invitedBy: text("invited_by")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /**
     * The service account that sent the invitation; null if a user sent it. `invitedBy` is then the steward of the
     * account.
     */
    invitedByAccount: text("invited_by_account"),
    /** The user who accepted the invitation. If the same user accepts it again, the result is the same. */
    acceptedBy: text("accepted_by"),
    expiresAt: moment("expires_at").notNull(),
    createdAt: moment("created_at").notNull(),
    /**
     * When the last mail of the invitation was dropped, because of a limit or after failed attempts. Null when the mail
     * was sent or is queued.
     */
    notSentAt: moment("not_sent_at"),
  },
  (table) => [
    uniqueIndex("invitations_live")
      .on(table.orgId, table.email)
      .where(sql`status = 'pending'`),
    uniqueIndex("invitations_copied_token")
      .on(table.copiedTokenHash)
      .where(sql`copied_token_hash is not null`),
    // The outbox looks up an invitation only by its id, without the id of the organization.
    index("invitations_id").on(table.id),
    index("invitations_email").on(table.email),
    index("invitations_invited_by").on(table.invitedBy),
    // Finds out who invited a member.
    index("invitations_accepted_by")
      .on(table.orgId, table.acceptedBy)
      .where(sql`accepted_by is not null`),
  ],
);
