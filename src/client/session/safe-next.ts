import { safePath } from "#shared/safe-path";

/**
 * Returns the page to open after sign-in. Only a path of this site is allowed, so that a link cannot lead to another
 * site.
 */
export function safeNext(
  next: string | undefined,
  origin = location.origin,
): string {
  return safePath(next, origin);
}
