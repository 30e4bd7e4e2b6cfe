import { createMemo } from "solid-js";
import { BUILT_IN_ROLES, type Permission, ROLES } from "#shared/permissions.ts";
import { api } from "./api.ts";
import { useOrganization } from "#sdk/solid.ts";
import type { SelectOption } from "#client/ui/select.tsx";
import { texts } from "./texts.ts";
import { roleLabel, roleNameOf } from "./role-label.ts";

export type Roles = ReturnType<typeof useRoles>;

interface AssignableRole {
  id: string;
  name: string;
  description: string;
  isBuiltIn: boolean;
  permissions: readonly Permission[];
}

/** The built-in roles, which the page knows before the server has answered. */
const builtIn = (): readonly AssignableRole[] =>
  ROLES.map((role) => ({
    id: role,
    name: roleLabel(role),
    description: texts().roleSummary[role],
    isBuiltIn: true,
    permissions: BUILT_IN_ROLES[role].grants,
  }));

/**
 * Returns the roles of the organization, and which of them the user can assign: those that grant no more than the
 * user's own role.
 */
export function useRoles() {
  const { slug, can } = useOrganization();
  const query = api.roles.list.useQuery(
    () => ({ org: slug() }),
    () => ({ enabled: can("role:read") }),
  );
  const all = createMemo<readonly AssignableRole[]>(() =>
    query.isSuccess
      ? query.data.items.map((role) => ({
          ...role,
          name: roleNameOf({ role: role.id, roleName: role.name }),
          description: role.isBuiltIn ? describe(role.id) : role.description,
        }))
      : builtIn(),
  );
  const options = createMemo<SelectOption[]>(() =>
    all()
      .filter(({ permissions }) => permissions.every(can))
      .map(toOption),
  );

  return {
    options,
    /** All roles as options with their names. */
    all: () => all().map(({ id, name }) => ({ value: id, label: name })),
    /** The assignable roles except admin, for forms in which a user cannot become an admin. */
    withoutAdmin: () => options().filter(({ value }) => value !== "admin"),
    /**
     * All roles, of which only the member's current role is enabled. The others show the reason why the role cannot
     * be changed.
     */
    held: (held: string, reason: string): SelectOption[] =>
      all()
        .map(toOption)
        .map((option) =>
          option.value === held
            ? option
            : { ...option, description: reason, disabled: true },
        ),
    /** Whether the user can assign a role: it grants no more than the user's own role. */
    canAssign: (role: string) => options().some(({ value }) => value === role),
    /** Whether a role includes a permission. For a role that the user cannot see, the server decides. */
    includes: (role: string, permission: Permission) =>
      all()
        .find(({ id }) => id === role)
        ?.permissions.includes(permission) ?? true,
    /** Returns a sentence about what a role can do. */
    about: (role: string) =>
      all().find(({ id }) => id === role)?.description || undefined,
  };
}

function toOption({
  id,
  name,
  description,
  isBuiltIn,
}: AssignableRole): SelectOption {
  return {
    value: id,
    label: name,
    ...(description && { description }),
    ...(!isBuiltIn && { group: texts().useRoles.custom }),
  };
}

function describe(id: string): string {
  return builtIn().find((role) => role.id === id)?.description ?? "";
}

/** Adds the member's current role to the options if the user cannot assign that role. */
export function withHeldRole(
  options: SelectOption[],
  held: { role: string; roleName: string },
): SelectOption[] {
  if (options.some(({ value }) => value === held.role)) return options;
  return [
    { value: held.role, label: roleNameOf(held), disabled: true },
    ...options,
  ];
}
