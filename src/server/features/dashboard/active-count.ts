import { type SQL, sql } from "drizzle-orm";
import { ownOrg } from "./candidates";

/**
 * SQL for the number of the members who are not suspended and fulfil a condition on their row `p` in `people`. It counts
 * the entries of an index of `people` and subtracts the suspended members, so no other member is read.
 */
export function activeCount(condition: SQL): SQL<number> {
  return sql<number>`(select count(*) from people as p where p.org_id = ${ownOrg} and ${condition})
    - (select count(*) from memberships as m indexed by memberships_suspended
      cross join people as p on p.org_id = m.org_id and p.id = m.id
      where m.org_id = ${ownOrg} and m.suspended_at is not null and ${condition})`;
}
