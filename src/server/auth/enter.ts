import { sql } from "drizzle-orm";
import { DomainError } from "../errors";
import type { AuthCall } from "./call";
import { type StoredUser, toUser, type User } from "./shapes";
import { startSession } from "./start-session";
import { askSecondFactor } from "./two-factor/challenge";
import {
  hasSecondFactor,
  methodsOf,
  readFactors,
  type SecondFactor,
} from "./two-factor/factors";
import { holdsSecondFactor } from "./two-factor/held";

export type Entered =
  { user: User } | { twoFactorRequired: true; methods: SecondFactor[] };

/** What follows the right password, link or account elsewhere: a session, or the question for a second factor. */
export async function enter(
  ctx: AuthCall,
  person: StoredUser,
  options?: { isExpected?: boolean },
): Promise<Entered> {
  const factors = await readFactors(ctx.db, person.id);
  if (hasSecondFactor(factors)) {
    askSecondFactor(ctx, person.id);
    return { twoFactorRequired: true, methods: methodsOf(factors) };
  }
  ctx.work.must(
    sql`not ${holdsSecondFactor(sql`${person.id}`)}`,
    () => new DomainError("BUSY", undefined, { retry: true }),
  );
  await startSession(ctx, person, options);
  return { user: toUser(person) };
}
