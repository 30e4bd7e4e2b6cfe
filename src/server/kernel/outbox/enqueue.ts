import { newId } from "#shared/id";
import type { Sealer } from "#server/kernel/crypto";
import { insertStatement } from "#server/kernel/db/statement";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { outbox } from "./table";

export interface OutboxMessage {
  topic: string;
  subject: string;
  payload: unknown;
  /** The wait before the first attempt, in milliseconds. */
  delay?: number;
  /** The message is not delivered after this moment, in milliseconds since 1970 UTC. */
  expiresAt?: number;
}

/** Adds a message to the batch of the mutation. The message is delivered after the commit. */
export function enqueue(
  work: UnitOfWork,
  sealer: Sealer,
  message: OutboxMessage,
): void {
  work.write(
    insertStatement(outbox, {
      id: newId("outbox"),
      topic: message.topic,
      subject: message.subject,
      payload: sealer.seal(message.payload),
      attempts: 0,
      dueAt: work.now + (message.delay ?? 0),
      expiresAt: message.expiresAt ?? null,
      createdAt: work.now,
    }),
  );
}
