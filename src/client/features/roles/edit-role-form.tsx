import { isPermission, type Permission } from "#shared/permissions.ts";
import { api } from "#client/session/api.ts";
import { createEdits } from "#client/ui/edits/create-edits.ts";
import { EditDialogForm } from "#client/ui/edits/edit-dialog-form.tsx";
import type { Version } from "#client/ui/edits/versions.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { useOrganization } from "#sdk/solid.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { toast } from "#client/ui/toast.ts";
import { RoleImpact } from "./role-impact.tsx";
import { isShown, permissionLabel } from "./permission-labels.ts";
import {
  fieldsOf,
  type Role,
  type RoleFields as Fields,
  refetchRoles,
} from "./role.ts";
import { RoleFields } from "./role-fields.tsx";
import { texts } from "./texts.ts";

const labels = () => ({
  name: texts().form.name,
  description: texts().form.description,
  permissions: texts().form.permissions,
});

/** Edits a role, and shows which members the change affects before the user saves it. */
export function EditRoleForm(props: { role: Role; onClose: () => void }) {
  const { slug, user } = useOrganization();
  const problems = createFormProblems(["name", "description"]);
  const update = api.roles.update.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const edits = createEdits<Fields>({
    latest: () => versionOf(props.role),
    read: async () =>
      versionOf(
        await api.roles.get.query({ org: slug(), roleId: props.role.id }),
      ),
    save: async ({ permissions, ...typed }, updatedAt) => {
      const input = {
        org: slug(),
        roleId: props.role.id,
        ...typed,
        permissions: [...permissions],
        updatedAt,
      };
      return versionOf(await reauthenticated(() => update.mutateAsync(input)));
    },
  });
  const finish = async (save: () => Promise<boolean>) => {
    const org = slug();
    await problems.attempt(async () => {
      if (!(await save())) return;
      const { name } = edits.typed;
      props.onClose();
      toast.success(texts().form.saved(name));
    });
    void refetchRoles(org);
  };
  return (
    <EditDialogForm
      edits={edits}
      problems={problems}
      onSave={finish}
      onCancel={props.onClose}
      failed={texts().form.failed}
      cancelLabel={texts().form.cancel}
      saveLabel={texts().form.save}
      labels={labels()}
      readerId={user().id}
      format={valueInWords}
      effect={
        <RoleImpact
          roleId={props.role.id}
          before={edits.base().fields.permissions}
          permissions={edits.typed.permissions}
        />
      }
    >
      <RoleFields
        fields={edits.typed}
        problems={problems}
        onChange={edits.type}
      />
    </EditDialogForm>
  );
}

function versionOf(role: Role): Version<Fields> {
  return { fields: fieldsOf(role), updatedAt: role.updatedAt ?? "" };
}

function valueInWords(_field: keyof Fields, value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  const permissions: Permission[] = value.filter(isPermission).filter(isShown);
  return permissions.map(permissionLabel).join(", ");
}
