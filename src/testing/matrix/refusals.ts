import { expect } from "bun:test";
import type { Client } from "@libsql/client";
import type { Database } from "#server/kernel/db/client";
import type { OnViolation, UnitOfWork } from "#server/kernel/db/unit-of-work";
import { DomainError } from "#server/kernel/errors";
import type { Reason } from "#server/kernel/reasons";
import { snapshot } from "../kit/snapshot";

/** Creates a handler that throws a refusal with this reason when a statement's condition is violated. */
export const because =
  (reason: Reason): OnViolation =>
  () =>
    new DomainError(reason);

/** Commits a batch that must fail, and returns its error. Expects that nothing of the batch was stored. */
export async function refusalOf(
  work: UnitOfWork,
  db: Database,
  client: Client = db.client,
): Promise<unknown> {
  const before = await snapshot(db);
  const error: unknown = await work.commit(client).then(
    () => new Error("It was stored."),
    (reason: unknown) => reason,
  );
  expect(await snapshot(db)).toEqual(before);
  return error;
}

/** Returns a database client whose batches all fail with the error. */
export function failing({ client }: Database, error: Error): Client {
  return {
    ...client,
    async batch() {
      throw error;
    },
  };
}
