import { createPasswords, type Passwords } from "#server/core/users/passwords";

/**
 * Hashes passwords in 0.1 ms instead of 30 ms, because hashing took most of the test time. Only test servers use this
 * function; no setting of the program can select it.
 */
export function cheapPasswords(): Passwords {
  return createPasswords({ memoryCost: 8, timeCost: 1 });
}
