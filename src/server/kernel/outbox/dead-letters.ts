import type { Client } from "@libsql/client";
import { type Failure, FAILURES } from "./failure";

export type FailureCounts = Record<Failure, number>;

/** Counts the outbox messages that were given up, for the operator. */
export interface DeadLetters {
  /** Counts a message that this process has given up. */
  add(failure: Failure): void;
  /** How many messages this process has given up since it started. */
  readonly total: Readonly<FailureCounts>;
  /** How many given-up messages the database has now. */
  current(): Promise<FailureCounts>;
}

export function createDeadLetters(client: Client): DeadLetters {
  const total = none();
  return {
    total,
    add(failure) {
      total[failure] += 1;
    },
    async current() {
      const { rows } = await client.execute(
        "select failure, count(*) as number from outbox where failed_at is not null group by failure",
      );
      const numbers = none();
      for (const failure of FAILURES)
        numbers[failure] = Number(
          rows.find((row) => row.failure === failure)?.number ?? 0,
        );
      return numbers;
    },
  };
}

function none(): FailureCounts {
  return { refused: 0, unreadable: 0, expired: 0, exhausted: 0 };
}
