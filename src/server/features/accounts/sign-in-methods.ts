import { sql } from "drizzle-orm";
import { DomainError } from "#server/kernel/errors";
import type { AccountCall } from "./account-call";

/**
 * Guards that the user keeps a sign-in method; a linked account counts only if its provider is configured. Call this
 * function after a removal, so that one of two parallel removals fails.
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
