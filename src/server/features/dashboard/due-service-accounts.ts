import { and, desc, isNull } from "drizzle-orm";
import { serviceAccounts } from "#server/core/service-accounts/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { amongCandidates, countOfAll, dueOf, SHOWN } from "./candidates";
import type { Attention } from "./schemas";

const withoutSteward = defineQuery<{ limit: number }>()((db, value) =>
  db
    .select(serviceAccounts, {
      id: serviceAccounts.id,
      name: serviceAccounts.name,
      all: countOfAll,
    })
    .where(
      and(
        amongCandidates(serviceAccounts, "c.steward_id is null"),
        isNull(serviceAccounts.suspendedAt),
      ),
    )
    .orderBy(desc(serviceAccounts.id))
    .limit(value("limit")),
);

/** Lists the service accounts without a steward, newest first. Suspended accounts do not need one. */
export async function listAccountsWithoutSteward(
  db: TenantDb,
): Promise<Attention["serviceAccounts"]> {
  const rows = await db.all(withoutSteward, { limit: SHOWN });
  return dueOf(rows, ({ id, name }) => ({ id, name }));
}
