import { eq } from "drizzle-orm";
import type { Context } from "#server/rpc/context";
import type { Database } from "#server/kernel/db/client";
import { updateStatement } from "#server/kernel/db/statement";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { iso } from "#server/kernel/inputs";
import { readOrganizations } from "#server/features/organizations/service";
import { toOrganization } from "#server/features/organizations/schemas";
import type { AccountCall } from "../account-call";
import type { SignedIn } from "#server/core/sessions/sessions";
import { users } from "#server/core/users/table";
import { toUser } from "../user";
import { type AuthContext } from "./schemas";

/** Reads the user, their organizations, and their permissions in one organization: the given one, or else the first. */
export async function readContext(
  { db, services }: Pick<Context, "db" | "services">,
  { user, organization }: Pick<SignedIn, "user" | "organization">,
): Promise<AuthContext> {
  const organizations = await readOrganizations(db, user.id);
  const [first] = organizations;
  const active = organization ?? first;
  const deadline = organization
    ? organization.twoFactorDeadline
    : first && (await services.sessions.twoFactorDeadline(first, user.id));
  const current = active
    ? { ...toOrganization(active, active), isFrozen: active.isFrozen }
    : null;
  return {
    user: toUser(user),
    apiKey: null,
    organization: current,
    role: current?.role ?? null,
    permissions: active ? [...active.grants] : [],
    organizations: organizations.map((row) => toOrganization(row, row)),
    isNew: organizations.length === 0 && (await isNew(db, user.id)),
    twoFactorDeadline: deadline ? iso(deadline) : null,
    isBlockedByTwoFactorPolicy: deadline ? deadline <= services.now() : false,
    supportEmail: services.config.supportEmail ?? null,
  };
}

async function isNew({ drizzle }: Database, userId: string) {
  const found = await drizzle
    .select({ firstJoinedAt: users.firstJoinedAt })
    .from(users)
    .where(eq(users.id, userId))
    .get();
  return found?.firstJoinedAt === null;
}

/** Stores the organization that the web app opens at the next visit. Permissions and other open tabs do not change. */
export async function switchOrganization(
  ctx: Pick<AccountCall, "db" | "services" | "work">,
  signedIn: SignedIn,
  organizationId: string,
) {
  const { organization, user } = signedIn;
  if (!organization)
    throw await ctx.services.sessions.organizationMissing(
      signedIn,
      organizationId,
      ctx.work.now,
    );
  ctx.work.write(
    updateStatement(users, { activeOrgId: organization.id }, { id: user.id }),
  );
  return readContext(ctx, signedIn);
}

export function changeProfile(
  work: UnitOfWork,
  user: SignedIn["user"],
  { name }: { name: string },
) {
  work.write(updateStatement(users, { name }, { id: user.id }));
  return toUser({ ...user, name });
}
