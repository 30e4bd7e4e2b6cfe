import { createSignal } from "solid-js";
import { useOrganization } from "#client/session/organization.tsx";
import { Button } from "#client/ui/button.tsx";
import { Section } from "#client/ui/section.tsx";
import {
  lastAdminReason,
  useLastAdmin,
} from "#client/features/members/leave/last-admin.ts";
import { LeaveDialog } from "#client/features/members/leave/leave-dialog.tsx";
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
        title={texts().leaveSection.leaveOrganization}
        description={texts().leaveSection.youLoseAccessAt}
        footer={
          <>
            <span>{blocked() ?? texts().leaveSection.comeBack}</span>
            <Button
              variant="danger-quiet"
              blocked={blocked()}
              onClick={() => setOpen(true)}
            >
              {texts().leaveSection.leave}
            </Button>
          </>
        }
      />
      <LeaveDialog open={isOpen()} onClose={() => setOpen(false)} />
    </>
  );
}
