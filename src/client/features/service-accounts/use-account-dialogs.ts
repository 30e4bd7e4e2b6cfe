import { createSignal } from "solid-js";
import type { ServiceAccount } from "./service-account.ts";

/** A dialog about one service account. */
export type AccountAction = "edit" | "suspend" | "delete";

/** Which dialog about a service account is open. */
export function useAccountDialogs() {
  const [open, setOpen] = createSignal<{
    action: AccountAction;
    account: ServiceAccount;
  }>();
  const ask = (action: AccountAction) => (account: ServiceAccount) =>
    void setOpen({ action, account });
  return {
    /** The account of the open dialog of this kind, if it is open. */
    accountOf(action: AccountAction): ServiceAccount | undefined {
      const current = open();
      return current?.action === action ? current.account : undefined;
    },
    edit: ask("edit"),
    suspend: ask("suspend"),
    delete: ask("delete"),
    close: () => void setOpen(undefined),
  };
}

export type AccountDialogs = ReturnType<typeof useAccountDialogs>;
