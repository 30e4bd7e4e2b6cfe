import type { Actor } from "./actor";
import type { TestServer } from "./server";

/** One minute longer than a sign-in counts as recent. */
const ELEVEN_MINUTES = 11 * 60 * 1000;

/**
 * Moves the last sign-in of all the user's sessions into the past, so that sensitive actions require reauthentication.
 */
export async function ageLastSignIn(
  { db }: Pick<TestServer, "db">,
  { id }: Pick<Actor, "id">,
): Promise<void> {
  await db.client.execute({
    sql: "update sessions set authenticated_at = authenticated_at - ? where user_id = ?",
    args: [ELEVEN_MINUTES, id],
  });
}
