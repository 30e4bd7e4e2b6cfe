const CODES = new Set(["ConnectionRefused", "ECONNREFUSED", "ENOTFOUND"]);

/** Whether a remote database could not be reached at all, so that nothing was written. */
export function isUnreachable(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ("code" in cause && CODES.has(String(cause.code))) return true;
  return false;
}
