const STORAGE_KEY = "tenantry.signed-in";

/**
 * Whether asking for the user is worth a request. Scripts cannot read the cookie; this hint only saves a refused
 * request and grants nothing.
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
    // Without storage, every page asks.
  }
}
