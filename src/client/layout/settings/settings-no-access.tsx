import { api } from "#client/session/api.ts";
import { NoAccess } from "../no-access.tsx";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { roleNameOf } from "#client/session/role-label.ts";

const NAMED = 5;

/** Tells a member that their role does not include a settings page, and names the admins to ask. */
export function SettingsNoAccess() {
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
    />
  );
}
