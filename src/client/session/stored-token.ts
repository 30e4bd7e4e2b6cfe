import { createEffect, on } from "solid-js";
import { createHashToken, type HashToken } from "./hash-token";

/** The token of a link, stored until it is used. It survives signing in, up and out. */
export interface StoredToken {
  token: HashToken;
  /** Removes the stored token. The current page keeps its own. */
  forget(): void;
}

export type TokenStore = ReturnType<typeof tokenStore>;

/** @param storage of this tab by default */
export function tokenStore(key: string, storage = () => sessionStorage) {
  return {
    read: () => attempt(() => storage().getItem(key)) ?? undefined,
    write: (token: string) => attempt(() => storage().setItem(key, token)),
    forget: () => attempt(() => storage().removeItem(key)),
  };
}

/** Reads the token from the URL or the store, and stores it. */
export function createStoredToken(store: TokenStore): StoredToken {
  const token = createHashToken(store.read());
  createEffect(
    on(token, (value) => {
      if (value) store.write(value);
    }),
  );
  return { token, forget: store.forget };
}

/** Where storage is forbidden, the link has to be opened again after signing in. */
function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
