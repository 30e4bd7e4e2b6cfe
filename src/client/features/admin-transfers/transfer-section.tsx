import { createSignal, Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#client/session/organization.tsx";
import { Button } from "#client/ui/button.tsx";
import { Section } from "#client/ui/section.tsx";
import { HandOverDialog } from "./transfer-dialog.tsx";
import { OpenOffer } from "./open-offer.tsx";
import { texts } from "./texts.ts";

/** For admins: offers their role to somebody else, and shows the offer that waits. */
export function HandOverSection() {
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
            <span>{transfer() ? texts().only : texts().hint}</span>
            <Button
              blocked={transfer() ? texts().only : undefined}
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
          {(waiting) => <OpenOffer transfer={waiting()} />}
        </Show>
      </Section>
      <HandOverDialog open={isOpen()} onClose={() => setOpen(false)} />
    </>
  );
}
