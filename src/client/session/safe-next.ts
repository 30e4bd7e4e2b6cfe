import { safePath } from "#shared/safe-path";

/** Allows only a path of this site as the page after sign-in. */
export function safeNext(
  next: string | undefined,
  origin = location.origin,
): string {
  return safePath(next, origin);
}
