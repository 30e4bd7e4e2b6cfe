import ShieldAlert from "lucide-solid/icons/shield-alert";
import { createSignal, Show } from "solid-js";
import { StatusPage } from "#client/layout/status-page.tsx";
import { useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import LeaveDialog from "#client/features/members/leave-dialog.tsx";
import { texts } from "./texts.ts";

/** Replaces every page of an organization that requires 2FA, until the user has set up 2FA. */
export default function TwoFactorBlocked() {
  const { organization, organizations } = useOrganization();
  const [isLeaving, setLeaving] = createSignal(false);
  return (
    <>
      <StatusPage
        icon={<ShieldAlert size={20} />}
        title={texts().twoFactor.blocked.title(organization().name)}
        actions={
          <>
            <LinkButton href="/account/two-factor" variant="primary">
              {texts().twoFactor.blocked.setUp}
            </LinkButton>
            <Button onClick={() => setLeaving(true)}>
              {texts().twoFactor.blocked.leave}
            </Button>
          </>
        }
      >
        <p>{texts().twoFactor.blocked.text}</p>
        <p>
          {texts().twoFactor.blocked.kept}
          <Show when={organizations().length > 1}>
            {" "}
            {texts().twoFactor.blocked.others}
          </Show>
        </p>
      </StatusPage>
      <LeaveDialog open={isLeaving()} onClose={() => setLeaving(false)} />
    </>
  );
}
