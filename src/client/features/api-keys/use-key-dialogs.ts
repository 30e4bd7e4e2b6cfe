import { createSignal } from "solid-js";
import type { ApiKey, IssuedKey } from "./api-key.ts";

/** A dialog about one key of a list. */
export type KeyAction = "scopes" | "rotate" | "edit" | "revoke";

/** A secret to show: of a new key, or of a rotated one. */
export interface ShownSecret extends IssuedKey {
  isRotated: boolean;
}

/** Which dialog about a key is open, and the secret to show. */
export function useKeyDialogs() {
  const [open, setOpen] = createSignal<{ action: KeyAction; key: ApiKey }>();
  const [secret, setSecret] = createSignal<ShownSecret>();
  const ask = (action: KeyAction) => (key: ApiKey) =>
    void setOpen({ action, key });
  return {
    /** The key of the open dialog of this kind, if it is open. */
    keyOf(action: KeyAction): ApiKey | undefined {
      const current = open();
      return current?.action === action ? current.key : undefined;
    },
    showScopes: ask("scopes"),
    rotate: ask("rotate"),
    edit: ask("edit"),
    revoke: ask("revoke"),
    close: () => void setOpen(undefined),
    secret,
    showSecret: (issued: ShownSecret) => void setSecret(issued),
    hideSecret: () => void setSecret(undefined),
  };
}

export type KeyDialogs = ReturnType<typeof useKeyDialogs>;
