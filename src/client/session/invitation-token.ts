import { createLinkToken } from "./link-token";

const STORAGE_KEY = "tenantry.invitation";

/** The invitation in hand. It stays with this tab through signing in, signing up and signing out. */
export function createInvitationToken() {
  const [token, drop] = createLinkToken(read());
  return {
    token,
    keep(value: string): void {
      try {
        sessionStorage.setItem(STORAGE_KEY, value);
      } catch {
        // Without storage the link has to be opened once more after signing in.
      }
    },
    forget(): void {
      drop();
      forgetInvitation();
    },
  };
}

/** The token of the invitation that this tab is on the way to, if there is one. */
export function invitationInHand(): string | undefined {
  return read();
}

export function forgetInvitation(): void {
  try {
    sessionStorage.removeItem(STORAGE_KEY);
  } catch {
    // Nothing was stored then.
  }
}

function read(): string | undefined {
  try {
    return sessionStorage.getItem(STORAGE_KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
