import { sql } from "drizzle-orm";
import { hasSecondFactorSql } from "#server/core/users/second-factors";
import { users } from "#server/core/users/table";
import type { Source } from "#server/kernel/db/row-cache";
import { organizations } from "./table";

/**
 * SQL for when the two-factor policy of the organization begins to block the user; null if it does not. The query must
 * join both tables.
 */
export const twoFactorDeadlineSql = sql<
  number | null
>`iif(${organizations.twoFactorRequiredFrom} is null or ${hasSecondFactorSql(users.id)}, null, ${organizations.twoFactorRequiredFrom})`;

interface Member {
  userId: string | null;
  twoFactorRequiredFrom: number | null;
}

/** The rows on which `twoFactorDeadlineSql` depends besides those of the joined tables. */
export const secondFactorSources: Source<Member>[] = [
  { table: "totp_secrets", ignores: ["last_step"] },
  {
    table: "passkeys",
    ignores: ["counter", "is_synced", "last_used_at", "name"],
  },
].map((table) => ({
  ...table,
  column: "user_id",
  valuesIn: ({ userId, twoFactorRequiredFrom }) =>
    userId === null || twoFactorRequiredFrom === null ? [] : [userId],
}));
