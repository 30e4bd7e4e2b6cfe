import { type KeyScope, KEY_SCOPES } from "#shared/permissions.ts";
import { useOrganization } from "#sdk/solid.ts";
import { useRoles } from "#client/session/use-roles.ts";

/** The service account to which keys belong. */
export interface KeyAccount {
  id: string;
  name: string;
  role: string;
}

/** Whose keys a list shows: those of the user, of the whole organization, or of a service account. */
export interface KeyOwner {
  /** `me`, `all`, or the id of a service account. */
  id: string;
  account: KeyAccount | undefined;
}

/**
 * Returns the permissions that the user can give to a key: those that the user holds, and that the role of the service
 * account includes.
 */
export function useOfferedScopes(account: () => KeyAccount | undefined) {
  const { can } = useOrganization();
  const roles = useRoles();
  return (): KeyScope[] => {
    const owner = account();
    return KEY_SCOPES.filter(
      (scope) =>
        can(scope) &&
        (owner === undefined || roles.includes(owner.role, scope)),
    );
  };
}
