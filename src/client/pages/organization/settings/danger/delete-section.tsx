import { createSignal } from "solid-js";
import { api } from "../../../../api.ts";
import { useOrganization } from "../../../../session/organization.tsx";
import { reauthenticated } from "../../../../session/reauthentication.ts";
import { Button } from "../../../../ui/button.tsx";
import { ConfirmDialog } from "../../../../ui/confirm-dialog.tsx";
import { Section } from "../../../../ui/section.tsx";
import { formatDay } from "../../../../ui/time-format.ts";
import { useDeparture } from "../use-leave.ts";

const RESTORABLE_DAYS = 30;

/** Deletes the organization: its slug is typed, and the password asked for. */
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
    await depart(`${name} deleted`);
  };
  return (
    <>
      <Section
        title="Delete organization"
        description={`Everybody loses access at once. Its admins can restore it for ${RESTORABLE_DAYS} days; then it is gone for good.`}
        tone="danger"
        footer={
          <>
            <span>You will be asked to type its slug.</span>
            <Button variant="danger" onClick={() => setOpen(true)}>
              Delete organization…
            </Button>
          </>
        }
      />
      <ConfirmDialog
        open={isOpen()}
        onClose={() => setOpen(false)}
        title={`Delete ${organization().name}?`}
        confirmLabel="Delete organization"
        tone="danger"
        typeToConfirm={slug()}
        onConfirm={confirm}
      >
        <ul class="list-disc pl-4">
          <li>All members, you too, lose access at once.</li>
          <li>Open invitations stop working.</li>
          <li>
            Until {lastDay()} its admins can restore it from their list of
            organizations. After that everything in it is deleted for good.
          </li>
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
