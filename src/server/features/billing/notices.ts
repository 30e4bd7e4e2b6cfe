import { and, asc, eq, isNull } from "drizzle-orm";
import { type Plan, PLANS } from "#shared/plans";
import { users } from "#server/core/users/table";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { paymentFailedMail, planEndedMail } from "./mail";
import type { Links } from "#server/kernel/mail/links";
import type { Mail, Post } from "#server/kernel/mail/post";
import { memberships } from "#server/core/memberships/table";
import { entitlementOf, graceEndsAt, type Subscription } from "./state";

/** More admins than that tell each other. */
const MAILED_AT_MOST = 20;

const firstAdmins = defineQuery()((db) =>
  db
    .join(memberships, users, eq(users.id, memberships.userId), {
      email: users.email,
    })
    .where(and(eq(memberships.role, "admin"), isNull(memberships.suspendedAt)))
    .orderBy(asc(memberships.id))
    .limit(MAILED_AT_MOST),
);

interface Turn {
  /** As it was before. */
  organization: { name: string; slug: string; plan: Plan };
  before: Subscription;
  after: Subscription;
}

/** Mails the admins when a payment failed, and when the plan is over. */
export async function tellAdmins(
  db: TenantDb,
  post: Post,
  links: Links,
  { organization, before, after }: Turn,
): Promise<void> {
  const write = letterFor(organization.plan, before, after, db.now);
  if (!write) return;
  const link = links.billing(organization.slug);
  for (const { email } of await db.all(firstAdmins, {}))
    await post(write({ to: email, organization: organization.name, link }), {
      kind: "billing",
      orgId: db.orgId,
    });
}

type Writer = (account: {
  to: string;
  organization: string;
  link: string;
}) => Mail;

function letterFor(
  had: Plan,
  before: Subscription,
  after: Subscription,
  now: number,
): Writer | undefined {
  const until = graceEndsAt(after);
  if (until !== null && until > now && before.status !== "past_due")
    return (account) => paymentFailedMail(account, dayOf(until));
  if (had !== "free" && entitlementOf(after, now).plan === "free")
    return (account) => planEndedMail(account, PLANS[had].label);
  return undefined;
}

function dayOf(moment: number): string {
  return new Date(moment).toLocaleDateString("en", {
    dateStyle: "long",
    timeZone: "UTC",
  });
}
