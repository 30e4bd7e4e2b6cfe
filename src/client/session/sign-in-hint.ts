const STORAGE_KEY = "tenantry.signed-in";

/**
 * Whether a user may be signed in, according to the browser's storage. Scripts cannot read the session cookie, so
 * this hint saves a request that the server would refuse; it grants no access.
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
    // If the browser blocks storage, every page asks the server for the user.
  }
}
