import Lock from "lucide-solid/icons/lock";
import { Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { AskButton } from "#client/layout/requests/ask-button.tsx";
import { NoticeBar } from "./notice-bar.tsx";
import { texts } from "./texts.ts";
import { useAdminNames } from "./use-admin-names.ts";

/** Tells a member without a seat, above the pages of an organization, that they can only read. */
export function FrozenNotice() {
  const { organization } = useOrganization();
  return (
    <Show when={organization().isFrozen}>
      <Frozen />
    </Show>
  );
}

function Frozen() {
  const { organization } = useOrganization();
  const admins = useAdminNames();
  return (
    <NoticeBar
      label={texts().you.label}
      tone="warning"
      icon={<Lock size={16} />}
      action={<AskButton wanted={{ kind: "seat" }} size="sm" />}
    >
      {texts().you.text(organization().name)} {texts().you.ask(admins())}
    </NoticeBar>
  );
}
