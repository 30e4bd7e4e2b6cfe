import { type SQL, sql } from "drizzle-orm";
import { ROLES } from "#shared/permissions";

/**
 * SQL for the text by which a role is sorted: the built-in roles first, then the custom roles by their names.
 * @param table the name in the query of the table with the role
 */
export function roleKeySql(table: string): SQL<string> {
  const builtIn = ROLES.map((role, place) => `when '${role}' then '${place}'`);
  return sql`${sql.raw(`case ${table}.role ${builtIn.join(" ")} else '${ROLES.length}' || coalesce((
    select custom.name_fold from roles as custom
    where custom.org_id = ${table}.org_id and custom.id = ${table}.role), '') end`)}`;
}
