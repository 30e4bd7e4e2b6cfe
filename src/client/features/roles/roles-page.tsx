import Plus from "lucide-solid/icons/plus";
import { api } from "#client/session/api.ts";
import { Can, useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { createDialogParam } from "#client/ui/search-param.ts";
import { Skeleton } from "#client/ui/skeleton.tsx";
import RoleDialog from "./role-dialog.tsx";
import { RoleList } from "./role-list.tsx";
import { RoleMatrix } from "./role-matrix.tsx";
import { texts } from "./texts.ts";
import { SettingsNoAccess } from "#client/layout/settings/settings-no-access.tsx";

export default function RolesPage() {
  return (
    <Can permission="role:read" fallback={<SettingsNoAccess />}>
      <Roles />
    </Can>
  );
}

function Roles() {
  const { slug } = useOrganization();
  const roles = api.roles.list.useQuery(() => ({ org: slug() }));
  const creation = createDialogParam("new");
  return (
    <>
      <PageHeader
        title={texts().title}
        description={texts().description}
        actions={
          <Can permission="role:manage">
            <Button
              variant="primary"
              icon={<Plus size={16} />}
              onClick={creation.open}
            >
              {texts().create}
            </Button>
          </Can>
        }
      />
      <Loaded query={roles} skeleton={<Skeleton rows={6} />}>
        {(page) => (
          <>
            <RoleList roles={page().items} />
            <RoleMatrix roles={page().items} />
          </>
        )}
      </Loaded>
      <Can permission="role:manage">
        <RoleDialog
          open={creation.isOpen()}
          onClose={creation.close}
          editing={{ kind: "new" }}
        />
      </Can>
    </>
  );
}
