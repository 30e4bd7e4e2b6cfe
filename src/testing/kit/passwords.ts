import { createPasswords, type Passwords } from "#server/core/users/passwords";

/**
 * Creates a password hash that takes 0.1 ms instead of 30 ms, because most of the test time was spent on hashing. Only
 * test servers use it; no setting of the program can select it.
 */
export function cheapPasswords(): Passwords {
  return createPasswords({ memoryCost: 8, timeCost: 1 });
}
