import { useNavigate } from "@solidjs/router";
import { createMemo, createSignal, Show, untrack } from "solid-js";
import { createStore } from "solid-js/store";
import type { Permission } from "#shared/permissions.ts";
import { api } from "#client/session/api.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { roleSummary } from "#client/session/role-label.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { Can, useOrganization } from "#sdk/solid.ts";
import { SettingsNoAccess } from "#client/layout/settings/settings-no-access.tsx";
import { Button } from "#client/ui/button.tsx";
import { differing } from "#client/ui/edits/versions.ts";
import { LinkButton } from "#client/ui/link-button.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { createTextParam } from "#client/ui/search-param.ts";
import { Select } from "#client/ui/select.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { toast } from "#client/ui/toast.ts";
import { isShown } from "./permission-labels.ts";
import { RoleForm } from "./role-form.tsx";
import { RoleHeading } from "./role-heading.tsx";
import { nameOf, type Role, type RoleFields, refetchRoles } from "./role.ts";
import { texts } from "./texts.ts";

/** Creates a role from a built-in role, or as a copy of another custom role: `?from=`. */
export default function NewRolePage() {
  return (
    <Can
      permission="role:manage"
      fallback={<SettingsNoAccess permission="role:manage" />}
    >
      <RoleHeading
        title={texts().form.newTitle}
        description={texts().form.newDescription}
      />
      <WithRoles />
    </Can>
  );
}

function WithRoles() {
  const { slug } = useOrganization();
  const roles = api.roles.list.useQuery(() => ({ org: slug() }));
  return (
    <Loaded query={roles} skeleton={<Skeleton kind="text" rows={8} />}>
      {(page) => <NewRole roles={page().items} />}
    </Loaded>
  );
}

function NewRole(props: { roles: readonly Role[] }) {
  const { slug, can } = useOrganization();
  const path = useOrganizationPath();
  const navigate = useNavigate();
  const [from] = createTextParam("from");
  const [templateId, setTemplateId] = createSignal(
    untrack(() => from()) ?? "member",
  );
  const find = (id: string) => props.roles.find((role) => role.id === id);
  const template = createMemo(() => find(templateId()) ?? find("member"));
  const granted = (): Permission[] =>
    template()?.permissions.filter((one) => can(one) && isShown(one)) ?? [];
  const initial = (): RoleFields => ({
    name: "",
    description: "",
    permissions: granted(),
  });
  const [fields, setFields] = createStore<RoleFields>(untrack(initial));
  const [isCreated, setCreated] = createSignal(false);
  const isDirty = () =>
    !isCreated() && differing(initial(), { ...fields }).length > 0;
  const problems = createFormProblems(["name", "description"]);
  const create = api.roles.create.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const startFrom = (id: string) => {
    setTemplateId(id);
    setFields({ permissions: granted() });
  };
  const submit = () =>
    problems.attempt(async () => {
      const org = slug();
      const { name, description, permissions } = fields;
      const created = await create.mutateAsync({
        org,
        name,
        description,
        permissions: [...permissions],
        basedOn: template()?.basedOn ?? "member",
      });
      setCreated(true);
      toast.success(texts().form.created(created.name));
      await refetchRoles(org);
      navigate(path(`settings/roles/${created.id}`), { replace: true });
    });
  return (
    <Show when={template()}>
      {(compared) => (
        <RoleForm
          fields={fields}
          problems={problems}
          isDirty={isDirty()}
          compared={compared()}
          onChange={setFields}
          onSubmit={submit}
          template={
            <Select
              label={texts().form.basedOn}
              options={props.roles.map(toOption)}
              value={templateId()}
              onChange={startFrom}
            />
          }
          effect={<p class="text-sm text-muted">{texts().form.newEffect}</p>}
          actions={
            <>
              <Button type="submit" variant="primary">
                {texts().form.create}
              </Button>
              <LinkButton href={path("settings/roles")}>
                {texts().form.cancel}
              </LinkButton>
            </>
          }
        />
      )}
    </Show>
  );
}

function toOption(role: Role) {
  const description = roleSummary(role.id) ?? role.description;
  return {
    value: role.id,
    label: nameOf(role),
    ...(description && { description }),
    ...(!role.isBuiltIn && { group: texts().form.customRoles }),
  };
}
