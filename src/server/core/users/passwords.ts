import { availableParallelism } from "node:os";
import { createSemaphore } from "#server/kernel/semaphore";

// OWASP's minimum for argon2id. A hash names its own parameters, so raising these keeps old hashes valid.
const PARAMETERS = {
  algorithm: "argon2id",
  memoryCost: 19456,
  timeCost: 2,
} as const;
const QUEUE_LENGTH = 32;
/** What a password is compared with where there is none: a real hash of a password that nobody has, as slow as any. */
const DUMMY_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$uMRuj8FZ2rApNbX1zlsJ2FF7ImLfe8hfW05MLhx2+ww$1ii+aIWE2FdSxIWd2Q9Dx7Wi4bXI3UhB71varQZbegY";

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes the same time for a missing hash, so that an unknown address cannot be told from a known one. */
  verify(password: string, hash: string | null | undefined): Promise<boolean>;
  needsRehash(hash: string): boolean;
}

/** Hashing runs off the event loop, at most as many at once as there are cores; a full queue answers `BUSY`. */
export function createPasswords(): Passwords {
  const runLimited = createSemaphore(availableParallelism(), QUEUE_LENGTH);
  const hash = (password: string) =>
    runLimited(() => Bun.password.hash(password, PARAMETERS));
  return {
    hash,
    async verify(password, stored) {
      // Bun throws on a malformed hash and on an empty password: neither is a match.
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
