import { and, eq, isNull } from "drizzle-orm";
import type { Caller } from "#server/core/caller";
import { memberships } from "#server/core/memberships/table";
import { serviceAccounts } from "#server/core/service-accounts/table";
import { users } from "#server/core/users/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { issuedKeyMail } from "./mail";
import type { KeyRow } from "./schemas";

/** Mails the owner of a personal key, or the steward of a service account, that a key has a new secret. */
export async function sendKeyNotice(
  db: TenantDb,
  { post, links, organization, name: caller }: Caller,
  key: KeyRow,
  event: "created" | "rotated",
): Promise<void> {
  const account =
    key.serviceAccountId === null
      ? undefined
      : await db.find(serviceAccounts, key.serviceAccountId);
  const to = await addressOf(db, key.userId ?? account?.stewardId ?? "");
  if (to === undefined) return;
  const mail = issuedKeyMail({
    to,
    event,
    key: key.name,
    scopes: key.scopes,
    last4: key.last4,
    expiresAt: key.expiresAt,
    account: account?.name,
    caller,
    organization: organization.name,
    link: links.apiKeys(organization.slug),
  });
  // Notices over the limit of this kind are dropped. Otherwise a member who creates and revokes keys could fill the
  // outbox; the first notices have warned the owner.
  await post(mail, { kind: "api-key", orgId: db.orgId });
}

const memberAddress = defineQuery<{ userId: string }>()((db, value) =>
  db
    .join(memberships, users, eq(users.id, memberships.userId), {
      email: users.email,
    })
    .where(
      and(
        eq(memberships.userId, value("userId")),
        isNull(memberships.suspendedAt),
        isNull(users.suspendedAt),
      ),
    ),
);

/** Returns the address of a member who has access to the organization. */
export async function addressOf(
  db: TenantDb,
  userId: string,
): Promise<string | undefined> {
  const [member] = await db.all(memberAddress, { userId });
  return member?.email;
}
