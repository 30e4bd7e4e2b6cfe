import { DomainError } from "#server/kernel/errors";

const VALID_MS = 10 * 60 * 1000;

/**
 * Sensitive actions require a sign-in or a reauthentication within the last ten minutes.
 * @throws DomainError `REAUTHENTICATION_REQUIRED`
 */
export function requireRecentAuthentication(
  authenticatedAt: number,
  now: number,
): void {
  if (now - authenticatedAt > VALID_MS)
    throw new DomainError("REAUTHENTICATION_REQUIRED");
}
