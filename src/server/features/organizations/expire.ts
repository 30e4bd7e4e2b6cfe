import { and, eq, lte, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { UnitOfWork } from "../../db/unit-of-work";
import { DomainError } from "../../errors";
import { RESTORABLE_MS } from "./deletion";
import { purgeOrganization } from "./purge";
import { organizations } from "./schema";

/** Removes for good every organization that was deleted 30 days ago and that nobody restored. */
export async function purgeDeleted(
  { client, drizzle }: Pick<Database, "client" | "drizzle">,
  now: number,
): Promise<void> {
  const isOver = lte(organizations.deletedAt, now - RESTORABLE_MS);
  const over = await drizzle
    .select({ id: organizations.id })
    .from(organizations)
    .where(isOver);
  // One at a time: nobody waits for the batch of all of them.
  for (const { id } of over) {
    const work = new UnitOfWork(now);
    const condition = and(eq(organizations.id, id), isOver);
    work.must(
      sql`exists (select 1 from ${organizations} where ${condition})`,
      restored,
    );
    purgeOrganization(work, id);
    await commitUnlessRestored(work, client);
  }
}

async function commitUnlessRestored(
  work: UnitOfWork,
  client: Database["client"],
): Promise<void> {
  try {
    await work.commit(client);
  } catch (error) {
    if (!(error instanceof DomainError && error.reason === "STALE"))
      throw error;
  }
}

function restored(): DomainError {
  return new DomainError("STALE");
}
