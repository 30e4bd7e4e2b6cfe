import Lock from "lucide-solid/icons/lock";
import { Show } from "solid-js";
import { useOrganization } from "#client/session/organization.tsx";
import { NoticeBar } from "./notice-bar.tsx";
import { TEXTS } from "./texts.ts";
import { useAdminNames } from "./use-admin-names.ts";

/** Above the pages of an organization, for a member for whom there is no seat. */
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
    <NoticeBar label={TEXTS.you.label} tone="warning" icon={<Lock size={16} />}>
      {TEXTS.you.text(organization().name)} {TEXTS.you.ask(admins())}
    </NoticeBar>
  );
}
