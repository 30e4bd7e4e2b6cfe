import { DomainError } from "#server/kernel/errors";

const VALID_MS = 10 * 60 * 1000;

/**
 * Requires that the user has signed in or reauthenticated within the last ten minutes. Sensitive actions call this
 * function.
 * @throws DomainError `REAUTHENTICATION_REQUIRED`
 */
export function requireRecentAuthentication(
  authenticatedAt: number,
  now: number,
): void {
  if (now - authenticatedAt > VALID_MS)
    throw new DomainError("REAUTHENTICATION_REQUIRED");
}
