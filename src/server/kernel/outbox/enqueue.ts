import { newId } from "#shared/id";
import type { Sealer } from "#server/kernel/crypto";
import { insertStatement } from "#server/kernel/db/statement";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { outbox } from "./table";

export interface OutboxMessage {
  topic: string;
  subject: string;
  payload: unknown;
  /** Milliseconds to wait before the first try. */
  delay?: number;
  /** When what it carries is of no use any more, in milliseconds since 1970 UTC: after that it is not delivered. */
  expiresAt?: number;
}

/** Writes a message into the mutation's batch; it leaves after the commit, or never if there is none. */
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
