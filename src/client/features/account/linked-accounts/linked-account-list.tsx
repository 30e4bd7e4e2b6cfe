import { createSignal, For } from "solid-js";
import { api } from "#client/session/api.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { toast } from "#client/ui/toast.ts";
import { LinkedAccountRow } from "./linked-account-row.tsx";
import { texts } from "./texts.ts";

export type LinkedAccount = Awaited<
  ReturnType<typeof api.linkedAccounts.list.query>
>["items"][number];

/**
 * Names of sign-in providers that this server may no longer offer. Users can still have linked accounts of these
 * providers.
 */
const FORMER: Record<string, string> = { github: "GitHub", google: "Google" };

export function LinkedAccountList(props: {
  accounts: LinkedAccount[];
  nameOf: (provider: string) => string | undefined;
}) {
  const [disconnecting, setDisconnecting] = createSignal<LinkedAccount>();
  const unlink = api.linkedAccounts.unlink.useMutation(() => ({
    meta: { showsErrors: true },
    onSettled: () => {
      void api.linkedAccounts.list.invalidate();
      void api.twoFactor.status.invalidate();
    },
  }));
  const name = (provider: string) =>
    props.nameOf(provider) ?? FORMER[provider] ?? provider;
  const disconnect = async (account: LinkedAccount) => {
    await reauthenticated(() => unlink.mutateAsync({ id: account.id }));
    toast.success(texts().disconnected(name(account.provider)));
  };
  return (
    <>
      <ul class="divide-y divide-line">
        <For each={props.accounts}>
          {(account) => (
            <LinkedAccountRow
              account={account}
              provider={name(account.provider)}
              isAvailable={props.nameOf(account.provider) !== undefined}
              onDisconnect={() => setDisconnecting(account)}
            />
          )}
        </For>
      </ul>
      <ConfirmDialog
        open={disconnecting() !== undefined}
        onClose={() => setDisconnecting(undefined)}
        title={texts().confirmTitle(name(disconnecting()?.provider ?? ""))}
        confirmLabel={texts().disconnect}
        tone="danger"
        onConfirm={() => {
          const account = disconnecting();
          return account && disconnect(account);
        }}
      >
        {texts().confirmText(disconnecting()?.label ?? "")}
      </ConfirmDialog>
    </>
  );
}
