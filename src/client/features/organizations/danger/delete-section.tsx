import { createSignal } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { Button } from "#client/ui/button.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { Section } from "#client/ui/section.tsx";
import { formatDay } from "#client/lib/formats/time.ts";
import { useDeparture } from "#client/features/members/use-departure.ts";
import { texts } from "./texts.ts";

const RESTORABLE_DAYS = 30;

/** Deletes the organization after the user has typed its slug and reauthenticated. */
export function DeleteSection() {
  const { slug, organization } = useOrganization();
  const depart = useDeparture();
  const [isOpen, setOpen] = createSignal(false);
  const remove = api.organizations.delete.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const confirm = async () => {
    const org = slug();
    const { name } = organization();
    await reauthenticated(() => remove.mutateAsync({ org, confirm: org }));
    await depart(texts().deletion.done(name));
  };
  return (
    <>
      <Section
        title={texts().deletion.title}
        description={texts().deletion.text(RESTORABLE_DAYS)}
        tone="danger"
        footer={
          <>
            <span>{texts().deletion.hint}</span>
            <Button variant="danger" onClick={() => setOpen(true)}>
              {texts().deletion.action}
            </Button>
          </>
        }
      />
      <ConfirmDialog
        open={isOpen()}
        onClose={() => setOpen(false)}
        title={texts().deletion.confirmTitle(organization().name)}
        confirmLabel={texts().deletion.confirm}
        tone="danger"
        typeToConfirm={slug()}
        onConfirm={confirm}
      >
        <ul class="list-disc pl-4">
          <li>{texts().deletion.members}</li>
          <li>{texts().deletion.invitations}</li>
          <li>{texts().deletion.restorable(lastDay())}</li>
        </ul>
      </ConfirmDialog>
    </>
  );
}

function lastDay(): string {
  const day = new Date();
  day.setDate(day.getDate() + RESTORABLE_DAYS);
  return formatDay(day);
}
