import Plus from "lucide-solid/icons/plus";
import { api } from "#client/session/api.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { SettingsNoAccess } from "#client/layout/settings/settings-no-access.tsx";
import { Can, useOrganization } from "#sdk/solid.ts";
import { LinkButton } from "#client/ui/link-button.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { LearnMore } from "#client/ui/learn-more.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { CompareRoles } from "./compare-roles.tsx";
import { RoleList } from "./role-list.tsx";
import { texts } from "./texts.ts";

export default function RolesPage() {
  return (
    <Can
      permission="role:read"
      fallback={<SettingsNoAccess permission="role:read" />}
    >
      <Roles />
    </Can>
  );
}

function Roles() {
  const { slug } = useOrganization();
  const path = useOrganizationPath();
  const roles = api.roles.list.useQuery(() => ({ org: slug() }));
  return (
    <>
      <PageHeader
        title={texts().title}
        description={
          <>
            {texts().description}{" "}
            <LearnMore page="roles" about={texts().title} />
          </>
        }
        actions={
          <Can permission="role:manage">
            <LinkButton
              variant="primary"
              icon={<Plus size={16} />}
              href={path("settings/roles/new")}
            >
              {texts().create}
            </LinkButton>
          </Can>
        }
      />
      <Loaded query={roles} skeleton={<Skeleton rows={6} />}>
        {(page) => (
          <>
            <RoleList roles={page().items} />
            <CompareRoles roles={page().items} />
          </>
        )}
      </Loaded>
    </>
  );
}
