import { getTableName } from "drizzle-orm";
import { getTableConfig, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { memberships } from "#server/core/memberships/table";
import { roles } from "#server/core/roles/table";
import { serviceAccounts } from "#server/core/service-accounts/table";
import { users } from "#server/core/users/table";
import { projectFavourites, projects } from "#server/features/projects/table";
import { logos } from "../table";

/**
 * The tables whose rows an export contains. A row refers only to rows of tables before its own. `transfer.test.ts`
 * checks that the list has all tables with the rule `exported`.
 */
const TABLES: readonly SQLiteTable[] = [
  roles,
  memberships,
  serviceAccounts,
  projects,
  projectFavourites,
  logos,
];

/** Triggers set this column by the limits of the organization, which another installation chooses itself. */
const DERIVED = "is_frozen";

export interface ExportedTable {
  name: string;
  /** The names of the exported columns. */
  columns: readonly string[];
  /** The columns with the id of a user, and whether a row needs the user. */
  users: ReadonlyMap<string, { isNeeded: boolean }>;
}

export const exportedTables: readonly ExportedTable[] = TABLES.map((table) => {
  const { columns, foreignKeys } = getTableConfig(table);
  const ofUsers = new Set(
    foreignKeys
      .map((key) => key.reference())
      .filter(({ foreignTable }) => foreignTable === users)
      .flatMap((reference) => reference.columns.map(({ name }) => name)),
  );
  return {
    name: getTableName(table),
    columns: columns
      .map(({ name }) => name)
      .filter((name) => name !== "org_id" && name !== DERIVED),
    users: new Map(
      columns
        .filter(({ name }) => ofUsers.has(name))
        .map(({ name, notNull }) => [name, { isNeeded: notNull }]),
    ),
  };
});

/**
 * The exported columns of an organization. Plan and limits belong to an installation, and so do former slugs, which
 * other organizations may have there.
 */
export const ORGANIZATION_COLUMNS = [
  "id",
  "name",
  "slug",
  "logo_url",
  "settings",
  "created_at",
  "updated_at",
  "two_factor_required_from",
] as const;

/** The columns of an audit event, without the organization. */
export const EVENT_COLUMNS = [
  "id",
  "seq",
  "at",
  "action",
  "actor_kind",
  "actor_id",
  "actor_name",
  "actor_key_id",
  "actor_steward_id",
  "changes",
  "request_id",
  "address",
  "hash",
] as const;
