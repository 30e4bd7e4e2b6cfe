import { createSignal } from "solid-js";
import { useOrganization } from "../../../../session/organization.tsx";
import { Button } from "../../../../ui/button.tsx";
import { Section } from "../../../../ui/section.tsx";
import { LAST_ADMIN, useLastAdmin } from "../last-admin.ts";
import { LeaveDialog } from "../leave-dialog.tsx";

export function LeaveSection() {
  const { user } = useOrganization();
  const isLastAdmin = useLastAdmin();
  const [isOpen, setOpen] = createSignal(false);
  const blocked = () => (isLastAdmin(user().id) ? LAST_ADMIN : undefined);
  return (
    <>
      <Section
        title="Leave organization"
        description="You lose access at once. What you made stays."
        footer={
          <>
            <span>
              {blocked() ?? "To come back, an admin has to invite you again."}
            </span>
            <Button
              variant="danger-quiet"
              blocked={blocked()}
              onClick={() => setOpen(true)}
            >
              Leave…
            </Button>
          </>
        }
      />
      <LeaveDialog open={isOpen()} onClose={() => setOpen(false)} />
    </>
  );
}
