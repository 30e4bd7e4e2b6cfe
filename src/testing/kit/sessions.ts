import type { Actor } from "./actor";
import type { TestServer } from "./server";

const AN_HOUR = 60 * 60 * 1000;

/** Moves the last sign-in back by an hour, in all sessions of the user. */
export async function ageLastSignIn(
  { db }: Pick<TestServer, "db">,
  person: Actor,
): Promise<void> {
  await db.client.execute({
    sql: "update sessions set authenticated_at = authenticated_at - ? where user_id = ?",
    args: [AN_HOUR, person.id],
  });
}
