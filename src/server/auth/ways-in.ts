import { sql } from "drizzle-orm";
import type { UnitOfWork } from "../db/unit-of-work";
import { DomainError } from "../errors";

/** To be called after something a person signs in with was taken away: what is left must still let them in. */
export function mustKeepWayIn(work: UnitOfWork, userId: string): void {
  work.must(
    sql`exists (select 1 from users where id = ${userId} and password_hash is not null)
      or exists (select 1 from identities where user_id = ${userId})
      or exists (select 1 from passkeys where user_id = ${userId})`,
    () => new DomainError("LAST_WAY_IN"),
  );
}
