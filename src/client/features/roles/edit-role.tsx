import { isPermission, type Permission } from "#shared/permissions.ts";
import { api } from "#client/session/api.ts";
import { createEdits } from "#client/ui/edits/create-edits.ts";
import { createSaver } from "#client/ui/edits/create-saver.ts";
import { StaleNotice } from "#client/ui/edits/stale-notice.tsx";
import type { Version } from "#client/ui/edits/versions.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { useOrganization } from "#sdk/solid.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { Button } from "#client/ui/button.tsx";
import { RoleForm } from "./role-form.tsx";
import { RoleImpact } from "./role-impact.tsx";
import { isShown, permissionLabel } from "./permission-labels.ts";
import { fieldsOf, type Role, type RoleFields, refetchRoles } from "./role.ts";
import { texts } from "./texts.ts";

const labels = () => ({
  name: texts().form.name,
  description: texts().form.description,
  permissions: texts().form.permissions,
});

/** Edits a custom role, and shows which members the change affects before the user saves it. */
export function EditRole(props: {
  role: Role;
  /** The built-in role from which the role was created. */
  base: Role;
}) {
  const { slug, user } = useOrganization();
  const problems = createFormProblems(["name", "description"]);
  const edits = useRoleEdits(() => props.role);
  const save = createSaver({
    problems,
    saved: () => texts().form.saved(edits.typed.name),
    refetchLater: () => {
      const org = slug();
      return () => refetchRoles(org);
    },
  });
  return (
    <RoleForm
      fields={edits.typed}
      problems={problems}
      isDirty={edits.isDirty()}
      compared={props.base}
      onChange={edits.type}
      onSubmit={() => save(edits.save)}
      notice={
        <StaleNotice
          edits={edits}
          labels={labels()}
          readerId={user().id}
          format={valueInWords}
          onSaveAnyway={() => save(edits.saveAnyway)}
        />
      }
      effect={
        <RoleImpact
          role={props.role}
          before={edits.base().fields.permissions}
          permissions={edits.typed.permissions}
        />
      }
      actions={
        <>
          <Button
            type="submit"
            variant="primary"
            blocked={edits.isDirty() ? undefined : texts().form.noChanges}
          >
            {texts().form.save}
          </Button>
          <Button
            blocked={edits.isDirty() ? undefined : texts().form.noChanges}
            onClick={() => {
              edits.discard();
              problems.clear();
            }}
          >
            {texts().form.discard}
          </Button>
        </>
      }
    />
  );
}

function useRoleEdits(latest: () => Role) {
  const { slug } = useOrganization();
  const update = api.roles.update.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const id = () => ({ org: slug(), roleId: latest().id });
  return createEdits<RoleFields>({
    latest: () => versionOf(latest()),
    read: async () => versionOf(await api.roles.get.query(id())),
    save: async ({ permissions, ...typed }, updatedAt) => {
      const input = {
        ...id(),
        ...typed,
        permissions: [...permissions],
        updatedAt,
      };
      return versionOf(await reauthenticated(() => update.mutateAsync(input)));
    },
  });
}

function versionOf(role: Role): Version<RoleFields> {
  return { fields: fieldsOf(role), updatedAt: role.updatedAt ?? "" };
}

function valueInWords(_field: keyof RoleFields, value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  const permissions: Permission[] = value.filter(isPermission).filter(isShown);
  return permissions.map(permissionLabel).join(", ");
}
