import { eq } from "drizzle-orm";
import { isLanguage, type Language } from "#shared/languages";
import type { Database } from "#server/kernel/db/client";
import { users } from "./table";

/** Returns the language in which the user with this address gets mails; undefined if it is unknown. */
export async function findLanguage(
  { drizzle }: Database,
  email: string,
): Promise<Language | undefined> {
  const user = await drizzle
    .select({ language: users.language })
    .from(users)
    .where(eq(users.email, email))
    .get();
  const language = user?.language ?? null;
  return isLanguage(language) ? language : undefined;
}
