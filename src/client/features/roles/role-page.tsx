import { useNavigate, useParams } from "@solidjs/router";
import Eye from "lucide-solid/icons/eye";
import ShieldX from "lucide-solid/icons/shield-x";
import { Match, Show, Switch } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { roleSummary } from "#client/session/role-label.ts";
import { HistoryLine } from "#client/session/history/history-line.tsx";
import { useVerbs } from "#client/session/verbs/use-verbs.ts";
import { VerbMenu } from "#client/session/verbs/verb-menu.tsx";
import { SettingsNoAccess } from "#client/layout/settings/settings-no-access.tsx";
import { StatusPage } from "#client/layout/status-page.tsx";
import { Can, useOrganization } from "#sdk/solid.ts";
import { Badge } from "#client/ui/badge.tsx";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { EditRole } from "./edit-role.tsx";
import { openDeleteRole, roleKind, useViewAs } from "./verbs.ts";
import { RoleHeading } from "./role-heading.tsx";
import { RoleMatrix } from "./role-matrix.tsx";
import { nameOf, type Role } from "./role.ts";
import { texts } from "./texts.ts";

/** One role: its permissions, which can be edited if it is a custom role. */
export default function RolePage() {
  return (
    <Can
      permission="role:read"
      fallback={<SettingsNoAccess permission="role:read" />}
    >
      <RoleOfAddress />
    </Can>
  );
}

function RoleOfAddress() {
  const { slug } = useOrganization();
  const params = useParams<{ roleId: string }>();
  const roles = api.roles.list.useQuery(() => ({ org: slug() }));
  return (
    <Loaded query={roles} skeleton={<Skeleton kind="text" rows={8} />}>
      {(page) => {
        const find = (id: string | undefined) =>
          page().items.find((role) => role.id === id);
        return (
          // Keyed, so that the form of one role does not pass to another role.
          <Show when={find(params.roleId)?.id} keyed fallback={<RoleMissing />}>
            {(id) => (
              <Show when={find(id)}>
                {(role) => (
                  <RoleDetails
                    role={role()}
                    base={find(role().basedOn) ?? role()}
                  />
                )}
              </Show>
            )}
          </Show>
        );
      }}
    </Loaded>
  );
}

function RoleDetails(props: { role: Role; base: Role }) {
  const { can } = useOrganization();
  const path = useOrganizationPath();
  const navigate = useNavigate();
  const viewAs = useViewAs();
  const verbs = useVerbs(roleKind, {
    delete: (role) =>
      openDeleteRole({
        role,
        onDeleted: () => navigate(path("settings/roles"), { replace: true }),
      }),
  });
  const isAboveOwn = () => !props.role.permissions.every(can);
  return (
    <>
      <RoleHeading
        title={nameOf(props.role)}
        description={
          <bdi>{roleSummary(props.role.id) ?? props.role.description}</bdi>
        }
        badge={
          <Show when={props.role.isBuiltIn}>
            <Badge>{texts().builtIn}</Badge>
          </Show>
        }
        actions={
          <>
            <Show when={viewAs.isOffered()}>
              <Button
                icon={<Eye size={16} />}
                onClick={() => viewAs.start(props.role)}
              >
                {texts().viewAs}
              </Button>
            </Show>
            <VerbMenu
              label={texts().actions(nameOf(props.role))}
              verbs={verbs}
              thing={props.role}
              without={["open", "edit", "viewAs"]}
            />
          </>
        }
      />
      <Show when={!props.role.isBuiltIn}>
        <div class="-mt-3 mb-4">
          <HistoryLine of={{ kind: "role", id: props.role.id }} />
        </div>
      </Show>
      <Switch fallback={<EditRole role={props.role} base={props.base} />}>
        <Match when={props.role.isBuiltIn || !can("role:manage")}>
          <RoleMatrix roles={[props.role]} />
        </Match>
        <Match when={isAboveOwn()}>
          <Callout class="mb-4">{texts().aboveOwn}</Callout>
          <RoleMatrix roles={[props.role]} />
        </Match>
      </Switch>
    </>
  );
}

function RoleMissing() {
  const path = useOrganizationPath();
  return (
    <StatusPage
      icon={<ShieldX size={20} />}
      title={texts().missing.title}
      actions={
        <LinkButton href={path("settings/roles")} variant="primary">
          {texts().missing.all}
        </LinkButton>
      }
    >
      <p>{texts().missing.text}</p>
    </StatusPage>
  );
}
