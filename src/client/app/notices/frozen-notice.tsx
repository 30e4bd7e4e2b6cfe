import Lock from "lucide-solid/icons/lock";
import { Show } from "solid-js";
import { useOrganization } from "#client/session/organization.tsx";
import { NoticeBar } from "./notice-bar.tsx";
import { texts } from "./texts.ts";
import { useAdminNames } from "./use-admin-names.ts";

/** Shown above the pages of an organization, for a member without a seat. */
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
    >
      {texts().you.text(organization().name)} {texts().you.ask(admins())}
    </NoticeBar>
  );
}
