import { type SQL, sql } from "drizzle-orm";

interface Selection {
  orgId: string;
  /** The id of the actor; null selects the events of the system, undefined those of all actors. */
  actorId?: string | null | undefined;
  /** The actions of the events; by default all actions of the actor. */
  actions?: readonly string[] | undefined;
  /** A condition on the columns `at` and `seq`. */
  place: SQL | undefined;
  order: "newest first" | "oldest first";
  limit: number;
}

/**
 * Returns SQL that selects the `seq` of the first events of an actor, of several actions, or of both. The indexes are
 * ordered by action and then by time. So the query reads the first events of each action, and merges them. An index by
 * actor and time would make every mutation slower.
 */
export function firstByAction({
  orgId,
  actorId,
  actions,
  place = sql`true`,
  order,
  limit,
}: Selection): SQL {
  const ofActor =
    actorId === undefined ? sql`` : sql` and actor_id is ${actorId}`;
  const own = sql`org_id = ${orgId}${ofActor}`;
  const direction = sql.raw(order === "newest first" ? "desc" : "asc");
  const merged = actions
    ? sql`with actions (action) as (select value from json_each(${JSON.stringify(actions)}))`
    : sql`with recursive actions (action) as (
      select min(action) from audit_log where ${own}
      union all
      select (select min(action) from audit_log where ${own} and action > actions.action)
      from actions where actions.action is not null)`;
  return sql`${merged}
    select place.value ->> 1
    from actions, json_each((select json_group_array(json_array(at, seq)) from (
      select at, seq from audit_log where ${own} and action = actions.action and ${place}
      order by at ${direction}, seq ${direction} limit ${limit}))) as place
    order by place.value ->> 0 ${direction}, place.value ->> 1 ${direction} limit ${limit}`;
}
