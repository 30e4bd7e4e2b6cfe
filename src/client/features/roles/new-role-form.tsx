import { createSignal, Show, untrack } from "solid-js";
import { createStore } from "solid-js/store";
import {
  BUILT_IN_ROLES,
  isRole,
  type Permission,
  type Role as BuiltIn,
  ROLES,
} from "#shared/permissions.ts";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { Select } from "#client/ui/select.tsx";
import { toast } from "#client/ui/toast.ts";
import { type Role, type RoleFields as Fields, refetchRoles } from "./role.ts";
import { isShown } from "./permission-labels.ts";
import { RoleFields } from "./role-fields.tsx";
import { texts } from "./texts.ts";
import { roleLabel, roleSummary } from "#client/session/role-label.ts";

/** Creates a role from a built-in role, or as a copy of another role. */
export function NewRoleForm(props: {
  copyOf: Role | undefined;
  onClose: () => void;
}) {
  const { slug, can } = useOrganization();
  const canGrant = (permission: Permission) =>
    can(permission) && isShown(permission);
  const granted = (role: BuiltIn) =>
    BUILT_IN_ROLES[role].grants.filter(canGrant);
  // Read the copied role only once, because another copied role mounts a new form.
  const source = untrack(() => props.copyOf);
  const [basedOn, setBasedOn] = createSignal<BuiltIn>(
    source?.basedOn ?? "member",
  );
  const [fields, setFields] = createStore<Fields>({
    name: "",
    description: "",
    permissions: source?.permissions.filter(canGrant) ?? granted("member"),
  });
  const problems = createFormProblems(["name", "description"]);
  const create = api.roles.create.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const startFrom = (role: string) => {
    if (!isRole(role)) return;
    setBasedOn(role);
    setFields({ permissions: granted(role) });
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
        basedOn: basedOn(),
      });
      props.onClose();
      toast.success(texts().form.created(created.name));
      await refetchRoles(org);
    });
  return (
    <Form onSubmit={submit} class="flex min-h-0 flex-col">
      <DialogBody>
        <ErrorSummary
          title={texts().form.failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
        <Show when={!props.copyOf}>
          <Select
            label={texts().form.basedOn}
            options={ROLES.map((role) => ({
              value: role,
              label: roleLabel(role),
              description: roleSummary(role),
            }))}
            value={basedOn()}
            onChange={startFrom}
          />
        </Show>
        <RoleFields fields={fields} problems={problems} onChange={setFields} />
      </DialogBody>
      <DialogActions>
        <Button onClick={props.onClose}>{texts().form.cancel}</Button>
        <Button type="submit" variant="primary">
          {texts().form.create}
        </Button>
      </DialogActions>
    </Form>
  );
}
