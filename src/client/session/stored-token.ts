import { createEffect, on } from "solid-js";
import { createHashToken, type HashToken } from "./hash-token";

/**
 * The token of an invitation or an invitation link, stored until it is used. It stays stored when the user signs in,
 * signs up or signs out.
 */
export interface StoredToken {
  token: HashToken;
  /** Removes the token from the storage. The current page can still use it. */
  forget(): void;
}

export type TokenStore = ReturnType<typeof tokenStore>;

/**
 * Creates a store for one token.
 *
 * @param storage the storage of this tab by default
 */
export function tokenStore(key: string, storage = () => sessionStorage) {
  return {
    read: () => attempt(() => storage().getItem(key)) ?? undefined,
    write: (token: string) => attempt(() => storage().setItem(key, token)),
    forget: () => attempt(() => storage().removeItem(key)),
  };
}

/** Reads the token from the URL or from the store, and stores a token from the URL. */
export function createStoredToken(store: TokenStore): StoredToken {
  const token = createHashToken(store.read());
  createEffect(
    on(token, (value) => {
      if (value) store.write(value);
    }),
  );
  return { token, forget: store.forget };
}

/** If the browser blocks storage, returns undefined. Then the user must open the link again after signing in. */
function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
