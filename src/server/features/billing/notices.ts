import { type Plan, PLANS } from "#shared/plans";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import type { Links } from "#server/kernel/mail/links";
import type { Mail, Post } from "#server/kernel/mail/post";
import { firstAdmins } from "#server/core/memberships/first-admins";
import { entitlementOf, graceEndsAt, type Subscription } from "./entitlement";
import { paymentFailedMail, planEndedMail, type Recipient } from "./mail";

interface StateChange {
  /** The organization as it was before its subscription changed. */
  organization: { name: string; slug: string; plan: Plan };
  before: Subscription;
  after: Subscription;
}

/** Mails the admins when a payment failed or the plan has ended. */
export async function notifyAdmins(
  db: TenantDb,
  post: Post,
  links: Links,
  change: StateChange,
): Promise<void> {
  const mail = mailFor(change, db.now);
  if (!mail) return;
  const { name: organization, slug } = change.organization;
  await mailAdmins(db, post, (to) =>
    mail({ to, organization, link: links.billing(slug) }),
  );
}

/** Sends a mail about billing to the admins of an organization. */
export async function mailAdmins(
  db: TenantDb,
  post: Post,
  compose: (to: string) => Mail,
): Promise<void> {
  for (const { email } of await db.all(firstAdmins, {}))
    await post(compose(email), { kind: "billing", orgId: db.orgId });
}

function mailFor(
  { organization: { plan }, before, after }: StateChange,
  now: number,
): ((recipient: Recipient) => Mail) | undefined {
  const until = graceEndsAt(after);
  if (until !== null && until > now && before.status !== "past_due")
    return (recipient) => paymentFailedMail(recipient, until);
  if (plan !== "free" && entitlementOf(after, now).plan === "free")
    return (recipient) => planEndedMail(recipient, PLANS[plan].label);
  return undefined;
}
