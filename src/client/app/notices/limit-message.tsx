import { Show } from "solid-js";
import type { Limit } from "#client/session/plan-limit.ts";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { Button } from "#client/ui/button.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { texts } from "./texts.ts";
import { useAdminNames } from "./use-admin-names.ts";

/**
 * Explains which limit of the plan was reached. Links to billing if the member can change the plan, and otherwise
 * names admins to ask.
 */
export default function LimitMessage(props: {
  limit: Limit;
  open: boolean;
  onClose: () => void;
}) {
  const { can, organization } = useOrganization();
  const path = useOrganizationPath();
  const message = () => texts().limit[props.limit];
  const canUpgrade = () => can("billing:manage");
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={message().title}
      size="sm"
      isOnTop
    >
      <DialogBody>
        <p class="break-words">
          {message().text(organization().name, organization().plan)}
        </p>
        <Show when={canUpgrade()} fallback={<AskAdmins />}>
          <Show when={message().alternative}>
            {(alternative) => <p class="text-muted">{alternative()}</p>}
          </Show>
        </Show>
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onClose}>{texts().close}</Button>
        <Show when={canUpgrade()}>
          <LinkButton
            variant="primary"
            href={path("settings/billing")}
            onClick={() => props.onClose()}
          >
            {message().action}
          </LinkButton>
        </Show>
      </DialogActions>
    </Dialog>
  );
}

function AskAdmins() {
  const admins = useAdminNames();
  return <p class="text-muted">{texts().ask(admins())}</p>;
}
