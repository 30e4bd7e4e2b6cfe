import { safePath } from "#shared/safe-path";

/**
 * Returns the page to open after sign-in. Only paths of this site are allowed, so that a link cannot send the user to
 * another site.
 */
export function safeNext(
  next: string | undefined,
  origin = location.origin,
): string {
  return safePath(next, origin);
}
