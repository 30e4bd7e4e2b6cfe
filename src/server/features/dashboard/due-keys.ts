import {
  and,
  asc,
  eq,
  getTableColumns,
  gt,
  isNull,
  lte,
  type Placeholder,
  type SQL,
} from "drizzle-orm";
import { can } from "#shared/permissions";
import { apiKeys } from "#server/core/api-keys/table";
import type { Caller } from "#server/core/caller";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { NOTICE_DAYS } from "#server/features/api-keys/lifetime";
import { ownerNameSql } from "#server/features/api-keys/list";
import { toApiKey } from "#server/features/api-keys/schemas";
import { amongCandidates, countOfAll, dueOf, SHOWN } from "./candidates";
import type { Attention } from "./schemas";

const DAY_MS = 24 * 60 * 60 * 1000;
const EXPIRED_DAYS = 7;

const fields = {
  ...getTableColumns(apiKeys),
  ownerName: ownerNameSql,
  all: countOfAll,
};

interface Window extends Record<string, unknown> {
  from: number;
  to: number;
  limit: number;
}

/** Defines the query of the keys that expire within the time, the first to expire first. */
function expiringKeys<P extends Window>(
  among: (value: (name: keyof P & string) => Placeholder) => SQL | undefined,
) {
  return defineQuery<P>()((db, value) =>
    db
      .select(apiKeys, fields)
      .where(
        and(
          among(value),
          isNull(apiKeys.revokedAt),
          gt(apiKeys.expiresAt, value("from")),
          lte(apiKeys.expiresAt, value("to")),
        ),
      )
      .orderBy(asc(apiKeys.expiresAt))
      .limit(value("limit")),
  );
}

const ofAll = expiringKeys<Window>(() =>
  amongCandidates(apiKeys, "c.revoked_at is null", "api_keys_listed"),
);
const ofUser = expiringKeys<Window & { userId: string }>((value) =>
  eq(apiKeys.userId, value("userId")),
);

/**
 * Lists the keys that expire soon or have expired lately, the first to expire first: all keys if the caller can manage
 * keys, otherwise the caller's own keys.
 */
export async function listDueKeys(
  db: TenantDb,
  { id: userId, grants }: Pick<Caller, "id" | "grants">,
): Promise<Attention["keys"]> {
  const window = {
    from: db.now - EXPIRED_DAYS * DAY_MS,
    to: db.now + NOTICE_DAYS[0] * DAY_MS,
    limit: SHOWN,
  };
  const rows = await (can(grants, "apiKey:manage")
    ? db.all(ofAll, window)
    : db.all(ofUser, { ...window, userId }));
  return dueOf(rows, (row) => {
    const key = toApiKey(row, row.ownerName, db.now);
    const { id, name, last4, owner, isExpired } = key;
    return {
      id,
      name,
      last4,
      expiresAt: key.expiresAt ?? "",
      isExpired,
      owner,
    };
  });
}
