import { createSignal } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { Section } from "#client/ui/section.tsx";
import {
  lastAdminReason,
  useLastAdmin,
} from "#client/features/members/last-admin.ts";
import LeaveDialog from "#client/features/members/leave-dialog.tsx";
import { texts } from "./texts.ts";

export function LeaveSection() {
  const { user } = useOrganization();
  const isLastAdmin = useLastAdmin();
  const [isOpen, setOpen] = createSignal(false);
  const blocked = () =>
    isLastAdmin(user().id) ? lastAdminReason() : undefined;
  return (
    <>
      <Section
        title={texts().leave.title}
        description={texts().leave.text}
        footer={
          <>
            <span>{blocked() ?? texts().leave.hint}</span>
            <Button
              variant="danger-quiet"
              blocked={blocked()}
              onClick={() => setOpen(true)}
            >
              {texts().leave.action}
            </Button>
          </>
        }
      />
      <LeaveDialog open={isOpen()} onClose={() => setOpen(false)} />
    </>
  );
}
