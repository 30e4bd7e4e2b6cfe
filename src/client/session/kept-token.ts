/**
 * The token of a link, for as long as it is not used up. It stays with this tab, or with this browser, through signing in,
 * signing up and signing out, and never gets into an address.
 */
export interface KeptToken {
  read(): string | undefined;
  keep(token: string): void;
  forget(): void;
}

/** @param storage where it is kept: with the tab, unless said otherwise */
export function keptToken(
  storageKey: string,
  storage = () => sessionStorage,
): KeptToken {
  return {
    read() {
      try {
        return storage().getItem(storageKey) ?? undefined;
      } catch {
        return undefined;
      }
    },
    keep(token) {
      try {
        storage().setItem(storageKey, token);
      } catch {
        // Without storage the link has to be opened once more after signing in.
      }
    },
    forget() {
      try {
        storage().removeItem(storageKey);
      } catch {
        // Nothing was stored then.
      }
    },
  };
}
