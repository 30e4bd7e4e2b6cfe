import type { Statement } from "#server/kernel/db/statement";
import { DAY } from "./random";

/**
 * Returns the statement that stores when members were last active: with their newest change, and viewers, who change
 * nothing, on one of the last days.
 */
export function activityStatement(now: number): Statement {
  return {
    sql: `update people set last_active_at = max(last_active_at, coalesce((
        select max(e.at) from audit_log as e join memberships as m on m.org_id = e.org_id and m.user_id = e.actor_id
        where m.org_id = people.org_id and m.id = people.id), 0), coalesce((
        select ?1 - (1 + people.rowid % 4) * ?2 from memberships as v
        where v.org_id = people.org_id and v.id = people.id and v.role = 'viewer' and v.suspended_at is null), 0))`,
    args: [now, DAY],
  };
}
