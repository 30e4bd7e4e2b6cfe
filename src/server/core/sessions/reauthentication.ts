import { DomainError } from "#server/kernel/errors";

const VALID_MS = 10 * 60 * 1000;

/** The dangerous actions want the person to have proven who they are in the last ten minutes. */
export function requireRecentAuthentication(
  authenticatedAt: number,
  now: number,
): void {
  if (now - authenticatedAt > VALID_MS)
    throw new DomainError("REAUTHENTICATION_REQUIRED");
}
