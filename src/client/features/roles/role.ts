import type { Permission } from "#shared/permissions.ts";
import type { RouterOutputs } from "#sdk/index.ts";
import { api } from "#client/session/api.ts";
import { roleNameOf } from "#client/session/role-label.ts";

export type Role = RouterOutputs["roles"]["list"]["items"][number];

/** What the form edits; the rights as one text, in their order. */
export interface RoleFields {
  name: string;
  description: string;
  permissions: readonly Permission[];
}

export function fieldsOf({
  name,
  description,
  permissions,
}: Pick<Role, keyof RoleFields>): RoleFields {
  return { name, description, permissions };
}

/** What shows roles, and what follows from them for whoever looks. */
export async function rereadRoles(org: string): Promise<void> {
  await Promise.all([
    api.roles.list.invalidate({ org }),
    api.members.list.invalidate({ org }),
    api.auth.context.invalidate(),
  ]);
}

/** A role's name, in the reader's language where it is a built-in one. */
export function nameOf({ id, name }: Pick<Role, "id" | "name">): string {
  return roleNameOf({ role: id, roleName: name });
}
