import { type SQL, sql } from "drizzle-orm";

interface Selection {
  orgId: string;
  /** The id of the actor; null selects the events of the system. */
  actorId: string | null;
  /** A condition on the columns `at` and `seq`. */
  place: SQL | undefined;
  order: "newest first" | "oldest first";
  limit: number;
}

/**
 * Returns SQL that selects the `seq` of the first events of an actor, whatever their actions are. The only index by
 * actor is ordered by action and then by time. So the query finds the actions of the actor in it, reads the first
 * events of each action, and merges them. An index by actor and time would make every mutation slower.
 */
export function firstOfActor({
  orgId,
  actorId,
  place = sql`true`,
  order,
  limit,
}: Selection): SQL {
  const own = sql`org_id = ${orgId} and actor_id is ${actorId}`;
  const direction = sql.raw(order === "newest first" ? "desc" : "asc");
  return sql`with recursive actions (action) as (
      select min(action) from audit_log where ${own}
      union all
      select (select min(action) from audit_log where ${own} and action > actions.action)
      from actions where actions.action is not null)
    select place.value ->> 1
    from actions, json_each((select json_group_array(json_array(at, seq)) from (
      select at, seq from audit_log where ${own} and action = actions.action and ${place}
      order by at ${direction}, seq ${direction} limit ${limit}))) as place
    order by place.value ->> 0 ${direction}, place.value ->> 1 ${direction} limit ${limit}`;
}
