/**
 * The token of a mailed link, for as long as it is not used up. It stays with this tab through signing in, signing up and
 * signing out, and never gets into an address.
 */
export interface KeptToken {
  read(): string | undefined;
  keep(token: string): void;
  forget(): void;
}

export function keptToken(storageKey: string): KeptToken {
  return {
    read() {
      try {
        return sessionStorage.getItem(storageKey) ?? undefined;
      } catch {
        return undefined;
      }
    },
    keep(token) {
      try {
        sessionStorage.setItem(storageKey, token);
      } catch {
        // Without storage the link has to be opened once more after signing in.
      }
    },
    forget() {
      try {
        sessionStorage.removeItem(storageKey);
      } catch {
        // Nothing was stored then.
      }
    },
  };
}
