const STORAGE_KEY = "tenantry.signed-in";

/**
 * Whether asking who is signed in is worth a request. The cookie itself cannot be read by scripts; this note only
 * spares strangers a refusal, and grants nothing.
 */
export function mayBeSignedIn(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== null;
  } catch {
    return true;
  }
}

export function storeSignInHint(isSignedIn: boolean): void {
  try {
    if (isSignedIn) localStorage.setItem(STORAGE_KEY, "1");
    else localStorage.removeItem(STORAGE_KEY);
  } catch {
    // Without storage every page asks.
  }
}
