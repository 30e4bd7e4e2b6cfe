import type { Actor } from "./actor";
import type { TestServer } from "./server";

const AN_HOUR = 60 * 60 * 1000;

/** Moves the moment back when the person last proved who they are, in all of their sessions. */
export async function proveLongAgo(
  { db }: Pick<TestServer, "db">,
  person: Actor,
): Promise<void> {
  await db.client.execute({
    sql: "update sessions set authenticated_at = authenticated_at - ? where user_id = ?",
    args: [AN_HOUR, person.id],
  });
}
