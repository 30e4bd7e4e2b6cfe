import { availableParallelism } from "node:os";
import { createSemaphore } from "#server/kernel/semaphore";

/** `memoryCost` in KiB; `timeCost` counts the passes over it. */
export interface HashCost {
  memoryCost: number;
  timeCost: number;
}

// OWASP's minimum for argon2id. Each hash contains its parameters, so old hashes stay valid when these are raised.
const OWASP_MINIMUM: HashCost = { memoryCost: 19456, timeCost: 2 };
const QUEUE_LENGTH = 32;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes the same time without a hash, so that the response time does not reveal whether an address is known. */
  verify(password: string, hash: string | null | undefined): Promise<boolean>;
  needsRehash(hash: string): boolean;
}

/** Hashes off the event loop, one hash per core at a time. A full queue throws `BUSY`. */
export function createPasswords(cost = OWASP_MINIMUM): Passwords {
  const runLimited = createSemaphore(availableParallelism(), QUEUE_LENGTH);
  const options = { algorithm: "argon2id", ...cost } as const;
  return {
    hash: (password) => runLimited(() => Bun.password.hash(password, options)),
    async verify(password, stored) {
      // Bun throws on a malformed hash and on an empty password.
      const compare = async () => {
        if (stored) return Bun.password.verify(password, stored);
        await Bun.password.hash(password, options);
        return false;
      };
      return runLimited(() => compare().catch(() => false));
    },
    needsRehash(stored) {
      return !stored.startsWith(
        `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},`,
      );
    },
  };
}
