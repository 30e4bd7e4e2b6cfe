import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#server/kernel/db/client";
import { SELECT_ONE_ROW } from "#server/kernel/db/local/statement";
import { headSql } from "#server/kernel/db/versions";

/** A column for a query of a caller that does not need the version of the organization. */
export const WITHOUT_VERSION: SQL<string | null> = sql`null`;
/** The version of the organization, for a query that joins the table of organizations. */
export const WITH_VERSION: SQL<string | null> =
  sql`${sql.raw(headSql("organizations.id"))}`;

const READ_HEAD = `${SELECT_ONE_ROW} ${headSql("?1")} as head`;

/**
 * Returns a function that reads a caller with the version of the organization.
 * - `find` reads the caller without the version, from the cache if its rows have not changed.
 * - `findWithVersion` reads both with one query.
 */
export function prepareReadWithVersion({
  client,
  rowCache,
}: Pick<Database, "client" | "rowCache">) {
  return async <F extends { orgId: string | null; version: string | null }>(
    find: () => F | undefined | Promise<F | undefined>,
    findWithVersion: () => Promise<F | undefined>,
  ): Promise<F | undefined> => {
    if (!rowCache) return findWithVersion();
    const found = await find();
    if (!found?.orgId) return found;
    const { rows } = await client.execute(READ_HEAD, [found.orgId]);
    const head = rows[0]?.head;
    const version = typeof head === "string" ? head : null;
    // The version must be older than the other columns. If these have changed meanwhile, one query reads all of them.
    return (await find()) === found ? { ...found, version } : findWithVersion();
  };
}
