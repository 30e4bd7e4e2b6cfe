import { Show } from "solid-js";
import type { Limit } from "#client/session/plan-limit.ts";
import { useOrganization } from "#client/session/organization.tsx";
import { Button } from "#client/ui/button.tsx";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { texts } from "./texts.ts";
import { useAdminNames } from "./use-admin-names.ts";

/** Explains the limit, and leads to billing or names admins to ask. */
export default function LimitReached(props: {
  limit: Limit;
  open: boolean;
  onClose: () => void;
}) {
  const { can, path, organization } = useOrganization();
  const words = () => texts().limit[props.limit];
  const mayBuy = () => can("billing:manage");
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={words().title}
      size="sm"
      isOnTop
    >
      <DialogBody>
        <p class="break-words">
          {words().text(organization().name, organization().plan)}
        </p>
        <Show when={mayBuy()} fallback={<Askable />}>
          <Show when={words().orElse}>
            {(orElse) => <p class="text-muted">{orElse()}</p>}
          </Show>
        </Show>
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onClose}>{texts().close}</Button>
        <Show when={mayBuy()}>
          <LinkButton
            variant="primary"
            href={path("settings/billing")}
            onClick={() => props.onClose()}
          >
            {words().action}
          </LinkButton>
        </Show>
      </DialogActions>
    </Dialog>
  );
}

function Askable() {
  const admins = useAdminNames();
  return <p class="text-muted">{texts().ask(admins())}</p>;
}
