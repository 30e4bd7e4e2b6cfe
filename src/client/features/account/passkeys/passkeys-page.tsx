import KeyRound from "lucide-solid/icons/key-round";
import { createSignal, Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { isPasskeySupported } from "#client/session/passkey.ts";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { RecoveryCodesDialog } from "../recovery-codes/recovery-codes-dialog.tsx";
import { AddDialog } from "./add-dialog.tsx";
import { PasskeyList } from "./passkey-list.tsx";
import { texts } from "./texts.ts";

export default function PasskeysPage() {
  const passkeys = api.passkeys.list.useQuery();
  const [isAdding, setAdding] = createSignal(false);
  const [codes, setCodes] = createSignal<string[] | null>(null);
  const hasSome = () => passkeys.isSuccess && passkeys.data.items.length > 0;
  const AddButton = () => (
    <Show when={isPasskeySupported()}>
      <Button variant="primary" onClick={() => setAdding(true)}>
        {texts().add}
      </Button>
    </Show>
  );

  return (
    <>
      <PageHeader
        title={texts().title}
        description={texts().description}
        actions={
          <Show when={hasSome()}>
            <AddButton />
          </Show>
        }
      />
      <Show when={!isPasskeySupported()}>
        <Callout tone="warning" title={texts().unsupported.title} class="mb-6">
          {texts().unsupported.text}
        </Callout>
      </Show>
      <Loaded query={passkeys} skeleton={<Skeleton rows={2} />}>
        {(found) => (
          <Show
            when={found().items.length > 0}
            fallback={
              <EmptyState
                icon={<KeyRound size={20} />}
                title={texts().empty.title}
                action={<AddButton />}
              >
                {texts().empty.text}
              </EmptyState>
            }
          >
            <PasskeyList passkeys={found().items} />
          </Show>
        )}
      </Loaded>
      <AddDialog
        open={isAdding()}
        onClose={() => setAdding(false)}
        onCodes={setCodes}
      />
      <RecoveryCodesDialog codes={codes()} onClose={() => setCodes(null)} />
    </>
  );
}
