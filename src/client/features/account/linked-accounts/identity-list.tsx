import { createSignal, For } from "solid-js";
import { api } from "#client/session/api.ts";
import { reauthenticated } from "#client/session/reauthentication.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { toast } from "#client/ui/toast.ts";
import { IdentityRow } from "./identity-row.tsx";
import { texts } from "./texts.ts";

export type LinkedIdentity = Awaited<
  ReturnType<typeof api.identities.list.query>
>["items"][number];

/** Names for what a row may say when the service is not configured any more. */
const FORMER: Record<string, string> = { github: "GitHub", google: "Google" };

export function IdentityList(props: {
  identities: LinkedIdentity[];
  nameOf: (provider: string) => string | undefined;
}) {
  const [asked, setAsked] = createSignal<LinkedIdentity>();
  const unlink = api.identities.unlink.useMutation(() => ({
    meta: { showsErrors: true },
    onSettled: () => {
      void api.identities.list.invalidate();
      void api.twoFactor.status.invalidate();
    },
  }));
  const name = (provider: string) =>
    props.nameOf(provider) ?? FORMER[provider] ?? provider;
  const disconnect = async (identity: LinkedIdentity) => {
    await reauthenticated(() => unlink.mutateAsync({ id: identity.id }));
    toast.success(texts().disconnected(name(identity.provider)));
  };
  return (
    <>
      <ul class="divide-y divide-line">
        <For each={props.identities}>
          {(identity) => (
            <IdentityRow
              identity={identity}
              provider={name(identity.provider)}
              isAvailable={props.nameOf(identity.provider) !== undefined}
              onDisconnect={() => setAsked(identity)}
            />
          )}
        </For>
      </ul>
      <ConfirmDialog
        open={asked() !== undefined}
        onClose={() => setAsked(undefined)}
        title={texts().ask(name(asked()?.provider ?? ""))}
        confirmLabel={texts().disconnect}
        tone="danger"
        onConfirm={() => {
          const identity = asked();
          return identity && disconnect(identity);
        }}
      >
        {texts().askText(asked()?.label ?? "")}
      </ConfirmDialog>
    </>
  );
}
