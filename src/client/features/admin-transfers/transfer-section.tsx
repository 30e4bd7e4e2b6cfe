import { createSignal, Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { Section } from "#client/ui/section.tsx";
import { TransferDialog } from "./transfer-dialog.tsx";
import { PendingTransfer } from "./pending-transfer.tsx";
import { texts } from "./texts.ts";

/** Lets an admin offer the admin role to another member, and shows the pending admin transfer. */
export function TransferSection() {
  const { slug } = useOrganization();
  const [isOpen, setOpen] = createSignal(false);
  const pending = api.transfers.pending.useQuery(() => ({ org: slug() }));
  const transfer = () => (pending.isSuccess ? pending.data.transfer : null);
  return (
    <>
      <Section
        title={texts().title}
        description={texts().text}
        footer={
          <>
            <span>{transfer() ? texts().onlyOne : texts().hint}</span>
            <Button
              blocked={transfer() ? texts().onlyOne : undefined}
              onClick={() => setOpen(true)}
            >
              {texts().action}
            </Button>
          </>
        }
      >
        <Show
          when={transfer()}
          fallback={<p class="text-sm text-muted">{texts().idle}</p>}
        >
          {(found) => <PendingTransfer transfer={found()} />}
        </Show>
      </Section>
      <TransferDialog open={isOpen()} onClose={() => setOpen(false)} />
    </>
  );
}
