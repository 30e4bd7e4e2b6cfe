import type { KeyCall } from "#server/core/api-keys/api-keys";
import type { Context } from "#server/rpc/context";
import { DomainError } from "#server/kernel/errors";
import { iso } from "#server/kernel/inputs";
import { toOrganization } from "#server/features/organizations/schemas";
import { toUser } from "../user";
import type { AuthContext } from "./schemas";

/**
 * Reads the owner of an API key, its organization and its permissions.
 * @throws DomainError MEMBERSHIP_SUSPENDED
 */
export function readKeyContext(
  { services }: Pick<Context, "services">,
  { key, user, account, organization }: KeyCall,
): AuthContext {
  if (!organization) throw new DomainError("MEMBERSHIP_SUSPENDED");
  const shape = toOrganization(organization, organization);
  const { twoFactorDeadline: deadline } = organization;
  return {
    user: user ? toUser(user) : null,
    apiKey: {
      id: key.id,
      name: key.name,
      serviceAccount: account ? { id: account.id, name: account.name } : null,
    },
    organization: { ...shape, isFrozen: organization.isFrozen },
    role: organization.role,
    permissions: [...organization.grants],
    organizations: [shape],
    isNew: false,
    twoFactorDeadline: deadline ? iso(deadline) : null,
    isBlockedByTwoFactorPolicy: deadline ? deadline <= services.now() : false,
    supportEmail: services.config.supportEmail ?? null,
  };
}
