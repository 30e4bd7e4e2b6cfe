import { safePath } from "#shared/safe-path";

/** Only an address of this site may follow a sign-in. */
export function safeNext(
  next: string | undefined,
  origin = location.origin,
): string {
  return safePath(next, origin);
}
