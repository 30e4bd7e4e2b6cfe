import { and, eq, isNull, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Caller } from "#server/core/caller";
import { memberships } from "#server/core/memberships/table";
import { users } from "#server/core/users/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { issuedKeyMail } from "./mail";
import type { KeyRow } from "./schemas";

/**
 * Mails the owner of a personal key, or the steward of a service account, that a key has a new secret.
 * @param notice `to`: the address; undefined if there is no user to send the mail to
 */
export async function sendKeyNotice(
  db: TenantDb,
  { post, links, organization, name: caller }: Caller,
  key: KeyRow,
  {
    to,
    ownerName,
    event,
  }: {
    to: string | undefined;
    ownerName: string;
    event: "created" | "rotated";
  },
): Promise<void> {
  if (to === undefined) return;
  const mail = issuedKeyMail({
    to,
    event,
    key: key.name,
    scopes: key.scopes,
    last4: key.last4,
    expiresAt: key.expiresAt,
    account: key.serviceAccountId === null ? undefined : ownerName,
    caller,
    organization: organization.name,
    link: links.apiKeys(organization.slug),
  });
  // Notices over the limit of this kind are dropped. Otherwise a member who creates and revokes keys could fill the
  // outbox; the first notices have warned the owner.
  await post(mail, { kind: "api-key", orgId: db.orgId });
}

/**
 * Defines the query of the address of a member who has access to the organization.
 * @param userId SQL for the id of the member, from the parameter `id` of the query
 */
function addressQuery(userId: (id: Placeholder) => SQL) {
  return defineQuery<{ id: string }>()((db, value) =>
    db
      .join(memberships, users, eq(users.id, memberships.userId), {
        email: users.email,
      })
      .where(
        and(
          eq(memberships.userId, userId(value("id"))),
          isNull(memberships.suspendedAt),
          isNull(users.suspendedAt),
        ),
      ),
  );
}

const memberAddress = addressQuery((id) => sql`${id}`);
const stewardAddress = addressQuery(
  (id) =>
    sql`(select a.steward_id from service_accounts as a where a.org_id = ${memberships.orgId} and a.id = ${id})`,
);
const keyOwnerAddress = addressQuery(
  (id) => sql`(select coalesce(k.user_id, a.steward_id) from api_keys as k
    left join service_accounts as a on a.org_id = k.org_id and a.id = k.service_account_id
    where k.org_id = ${memberships.orgId} and k.id = ${id})`,
);

/** Returns the address of a member who has access to the organization. */
export async function addressOf(
  db: TenantDb,
  userId: string,
): Promise<string | undefined> {
  const [member] = await db.all(memberAddress, { id: userId });
  return member?.email;
}

/** Returns the address of the steward of a service account, if the steward has access to the organization. */
export async function addressOfSteward(
  db: TenantDb,
  accountId: string,
): Promise<string | undefined> {
  const [steward] = await db.all(stewardAddress, { id: accountId });
  return steward?.email;
}

/** Returns the address of the owner of a personal key, or of the steward of the service account of another key. */
export async function addressOfKeyOwner(
  db: TenantDb,
  keyId: string,
): Promise<string | undefined> {
  const [owner] = await db.all(keyOwnerAddress, { id: keyId });
  return owner?.email;
}
