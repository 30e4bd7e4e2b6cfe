import ShieldAlert from "lucide-solid/icons/shield-alert";
import { createSignal, Show } from "solid-js";
import { StatusPage } from "#client/layout/status-page.tsx";
import { useOrganization } from "#client/session/organization.tsx";
import { Button } from "#client/ui/button.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { LeaveDialog } from "#client/features/members/leave-dialog.tsx";
import { texts } from "./texts.ts";

/** In place of every page of an organization that lets nobody in without a second factor, for a reader who has none. */
export default function TwoFactorBlocked() {
  const { organization, organizations } = useOrganization();
  const [isLeaving, setLeaving] = createSignal(false);
  return (
    <>
      <StatusPage
        icon={<ShieldAlert size={20} />}
        title={texts().keptOut.title(organization().name)}
        actions={
          <>
            <LinkButton href="/account/two-factor" variant="primary">
              {texts().keptOut.setUp}
            </LinkButton>
            <Button onClick={() => setLeaving(true)}>
              {texts().keptOut.leave}
            </Button>
          </>
        }
      >
        <p>{texts().keptOut.text}</p>
        <p>
          {texts().keptOut.kept}
          <Show when={organizations().length > 1}>
            {" "}
            {texts().keptOut.others}
          </Show>
        </p>
      </StatusPage>
      <LeaveDialog open={isLeaving()} onClose={() => setLeaving(false)} />
    </>
  );
}
