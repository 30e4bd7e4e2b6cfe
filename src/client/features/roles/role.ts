import type { Permission } from "#shared/permissions.ts";
import type { RouterOutputs } from "#sdk/index.ts";
import { api } from "#client/session/api.ts";
import { roleNameOf } from "#client/session/role-label.ts";

export type Role = RouterOutputs["roles"]["list"]["items"][number];

/** The editable fields of a role. */
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

/** Refetches the roles, the members and the auth context, because members and auth context depend on roles. */
export async function refetchRoles(org: string): Promise<void> {
  await Promise.all([
    api.roles.list.invalidate({ org }),
    api.members.list.invalidate({ org }),
    api.people.list.invalidate({ org }),
    api.auth.context.invalidate(),
  ]);
}

/** Returns a role's name. The names of built-in roles are translated. */
export function nameOf({ id, name }: Pick<Role, "id" | "name">): string {
  return roleNameOf({ role: id, roleName: name });
}
