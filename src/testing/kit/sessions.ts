import type { Actor } from "./actor";
import type { TestServer } from "./server";

/** One minute more than a sign-in counts as recent. */
const ELEVEN_MINUTES = 11 * 60 * 1000;

/** Moves the last sign-in back in all sessions of the user, so that sensitive actions need a reauthentication. */
export async function ageLastSignIn(
  { db }: Pick<TestServer, "db">,
  { id }: Pick<Actor, "id">,
): Promise<void> {
  await db.client.execute({
    sql: "update sessions set authenticated_at = authenticated_at - ? where user_id = ?",
    args: [ELEVEN_MINUTES, id],
  });
}
