import { createPasswords, type Passwords } from "#server/core/users/passwords";

/**
 * Hashes in 0.1 ms instead of 30: most of a test's time was the passwords of its people. Only a test server's
 * dependencies hold it; no setting of the program leads here.
 */
export function cheapPasswords(): Passwords {
  return createPasswords({ memoryCost: 8, timeCost: 1 });
}
