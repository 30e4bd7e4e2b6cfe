import { createMemo } from "solid-js";
import { BUILT_IN_ROLES, type Permission, ROLES } from "#shared/permissions.ts";
import { api } from "./api.ts";
import { useOrganization } from "./organization.tsx";
import type { SelectOption } from "#client/ui/select.tsx";
import { texts } from "./texts.ts";
import { roleLabel, roleNameOf } from "./role-label.ts";
import { translateServerMessage } from "#client/lib/language/translate-server-message.ts";

export type Roles = ReturnType<typeof useRoles>;

interface GivableRole {
  id: string;
  name: string;
  description: string;
  isBuiltIn: boolean;
  permissions: readonly Permission[];
}

/** Known before the server has answered. */
const builtIn = (): readonly GivableRole[] =>
  ROLES.map((role) => ({
    id: role,
    name: roleLabel(role),
    description: translateServerMessage(BUILT_IN_ROLES[role].summary),
    isBuiltIn: true,
    permissions: BUILT_IN_ROLES[role].grants,
  }));

/**
 * The roles that the reader can give: the built-in ones and the organization's own, as far as they grant no more than the
 * reader's own role does.
 */
export function useRoles() {
  const { slug, can } = useOrganization();
  const query = api.roles.list.useQuery(
    () => ({ org: slug() }),
    () => ({ enabled: can("role:read") }),
  );
  const all = createMemo<readonly GivableRole[]>(() =>
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
    /** Every role there is, by name alone. */
    all: () => all().map(({ id, name }) => ({ value: id, label: name })),
    /** Where nobody becomes an admin by themselves. */
    withoutAdmin: () => options().filter(({ value }) => value !== "admin"),
    /** All of them where a role cannot be given up: the others are shown with the reason. */
    held: (held: string, reason: string): SelectOption[] =>
      all()
        .map(toOption)
        .map((option) =>
          option.value === held
            ? option
            : { ...option, description: reason, disabled: true },
        ),
    /** What a role is for, in a sentence. */
    about: (role: string) =>
      all().find(({ id }) => id === role)?.description || undefined,
  };
}

function toOption({
  id,
  name,
  description,
  isBuiltIn,
}: GivableRole): SelectOption {
  return {
    value: id,
    label: name,
    ...(description && { description }),
    ...(!isBuiltIn && { group: texts().useRoles.yourOwn }),
  };
}

function describe(id: string): string {
  return builtIn().find((role) => role.id === id)?.description ?? "";
}

/** With the one that is held, should it be none of those that the reader can give. */
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
