import { sql } from "drizzle-orm";
import { updateStatement } from "#server/kernel/db/statement";
import { DomainError } from "#server/kernel/errors";
import type { AuthCall } from "../account-call";
import { identities } from "./table";

/** Notes the use of an identity. One that was disconnected since it was read opens nothing: the call is run again. */
export function useIdentity(
  { work }: AuthCall,
  { id, user }: { id: string; user: { id: string } },
): void {
  const overtaken = () => new DomainError("BUSY", undefined, { retry: true });
  const lastUsedAt = work.now;
  work.write(updateStatement(identities, { lastUsedAt }, { id }));
  work.guardRowChanged(overtaken);
  work.guard(
    sql`exists (select 1 from users where id = ${user.id} and suspended_at is null)`,
    overtaken,
  );
}
