import { availableParallelism } from "node:os";
import { createSemaphore } from "#server/kernel/semaphore";

// OWASP's minimum for argon2id. Each hash contains its parameters, so old hashes stay valid when these are raised.
const PARAMETERS = {
  algorithm: "argon2id",
  memoryCost: 19456,
  timeCost: 2,
} as const;
const QUEUE_LENGTH = 32;
/** Compared with when there is no hash, so that the check takes as long. The password behind it is unknown. */
const DUMMY_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$uMRuj8FZ2rApNbX1zlsJ2FF7ImLfe8hfW05MLhx2+ww$1ii+aIWE2FdSxIWd2Q9Dx7Wi4bXI3UhB71varQZbegY";

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes the same time without a hash, so that the response time does not reveal whether an address is known. */
  verify(password: string, hash: string | null | undefined): Promise<boolean>;
  needsRehash(hash: string): boolean;
}

/** Hashes off the event loop, one hash per core at a time. A full queue throws `BUSY`. */
export function createPasswords(): Passwords {
  const runLimited = createSemaphore(availableParallelism(), QUEUE_LENGTH);
  const hash = (password: string) =>
    runLimited(() => Bun.password.hash(password, PARAMETERS));
  return {
    hash,
    async verify(password, stored) {
      // Bun throws on a malformed hash and on an empty password.
      const matches = await runLimited(() =>
        Bun.password.verify(password, stored ?? DUMMY_HASH).catch(() => false),
      );
      return matches && stored !== null && stored !== undefined;
    },
    needsRehash(stored) {
      return !stored.startsWith(
        `$argon2id$v=19$m=${PARAMETERS.memoryCost},t=${PARAMETERS.timeCost},`,
      );
    },
  };
}
