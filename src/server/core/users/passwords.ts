import { availableParallelism } from "node:os";
import { hash as hashArgon2id, verify as verifyArgon2 } from "@node-rs/argon2";
import { createSemaphore } from "#server/kernel/semaphore";

/** The cost of an argon2id hash. `memoryCost` is in KiB; `timeCost` is the number of passes over this memory. */
export interface HashCost {
  memoryCost: number;
  timeCost: number;
}

// The minimum for argon2id that OWASP recommends. Each hash contains its own parameters, so existing hashes stay valid
// after a change of these values.
const OWASP_MINIMUM: HashCost = { memoryCost: 19456, timeCost: 2 };
const QUEUE_LENGTH = 32;

export interface Passwords {
  hash(password: string): Promise<string>;
  /**
   * Compares a password with a hash. Without a hash the comparison takes the same time, so that the response time does
   * not reveal whether an address has an account.
   */
  verify(password: string, hash: string | null | undefined): Promise<boolean>;
  needsRehash(hash: string): boolean;
}

/**
 * Creates the functions that hash passwords outside the event loop, one hash per processor core at a time. If the queue
 * is full, they throw `BUSY`.
 */
export function createPasswords(cost = OWASP_MINIMUM): Passwords {
  const runLimited = createSemaphore(availableParallelism(), QUEUE_LENGTH);
  // argon2id is the default of the library; it publishes the names of the algorithms only as a `const enum`.
  const options = { ...cost, parallelism: 1 };
  return {
    hash: (password) => runLimited(() => hashArgon2id(password, options)),
    async verify(password, stored) {
      // The library throws for a malformed hash, which counts as a wrong password.
      const compare = async () => {
        if (stored) return verifyArgon2(stored, password);
        await hashArgon2id(password, options);
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
