import { Show } from "solid-js";
import type { Permission } from "#shared/permissions.ts";
import { api } from "#client/session/api.ts";
import { NoAccess } from "../no-access.tsx";
import { AskButton } from "../requests/ask-button.tsx";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { roleNameOf } from "#client/session/role-label.ts";

const NAMED = 5;

/** Tells a member that their role does not include a settings page, and lets them ask the admins for access. */
export function SettingsNoAccess(props: {
  /** The permission that the page needs. */
  permission: Permission;
}) {
  const { slug, organization } = useOrganization();
  const path = useOrganizationPath();
  const admins = api.members.list.useQuery(() => ({
    org: slug(),
    role: "admin",
    limit: NAMED,
  }));
  return (
    <NoAccess
      role={roleNameOf(organization())}
      admins={admins.isSuccess ? admins.data.items : []}
      homeHref={path()}
      ask={
        // The role of a read-only member may include the permission: they need a seat.
        <Show when={!organization().isFrozen}>
          <AskButton wanted={{ kind: "role", permission: props.permission }} />
        </Show>
      }
    />
  );
}
