import { sql } from "drizzle-orm";
import { DomainError } from "#server/kernel/errors";
import type { AccountCall } from "./account-call";

/**
 * To be called after something a person signs in with was taken away: of two that are taken away side by side, one has
 * to stay. An account elsewhere whose provider is not configured any more opens nothing.
 * @throws DomainError `LAST_SIGN_IN_METHOD`
 */
export function guardLastSignInMethod(
  { work, services }: AccountCall,
  userId: string,
): void {
  const usable = JSON.stringify(services.providers.list.map(({ id }) => id));
  work.guard(
    sql`exists (select 1 from users where id = ${userId} and password_hash is not null)
      or exists (select 1 from passkeys where user_id = ${userId})
      or exists (select 1 from identities where user_id = ${userId} and provider in (select value from json_each(${usable})))`,
    () => new DomainError("LAST_SIGN_IN_METHOD"),
  );
}
