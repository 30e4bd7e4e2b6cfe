import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { PLAN_NAMES, type Plan, PLANS } from "#shared/plans";
import { changeOrganization } from "#server/kernel/audit/background";
import type { AuditChain } from "#server/kernel/audit/chain";
import {
  planRetentionDays,
  NOTICE_MS,
  applyDueSteps,
  scheduleRetention,
} from "./retention-period";
import { users } from "#server/core/users/table";
import type { Billing } from "#server/core/billing/billing";
import type { Database } from "#server/kernel/db/client";
import { inPortions } from "#server/kernel/db/portions";
import { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import type { Versions } from "#server/kernel/db/versions";
import { DomainError } from "#server/kernel/errors";
import { auditShorteningMail } from "./mail";
import type { Links } from "#server/kernel/mail/links";
import { createPost } from "#server/kernel/mail/post";
import { memberships } from "#server/core/memberships/table";
import { organizations } from "#server/core/organizations/table";

type RetentionDependencies = Parameters<typeof createPost>[1] & {
  db: Database;
  audit: Pick<AuditChain, "commit">;
  versions: Versions;
  billing: Pick<Billing, "provider">;
  links: Links;
};

type Organization = typeof organizations.$inferSelect;

/**
 * Adjusts the retention period of each audit log to the plan of its organization, and applies the due steps of a
 * scheduled reduction. When several instances run this job, each step and its mails are stored once.
 */
export async function adjustRetention(
  deps: RetentionDependencies,
  now: number,
  signal?: AbortSignal,
): Promise<void> {
  for (const plan of PLAN_NAMES) {
    const due = (await organizationsDue(deps, plan, now)).values();
    await inPortions(async () => {
      const { value: organization } = due.next();
      if (organization) await adjust(deps, organization, now);
      return organization !== undefined;
    }, signal);
  }
}

function organizationsDue(
  { db, billing }: RetentionDependencies,
  plan: Plan,
  now: number,
): Promise<Organization[]> {
  const days = planRetentionDays(plan, billing.provider !== undefined);
  return db.drizzle
    .select()
    .from(organizations)
    .where(
      and(
        eq(organizations.plan, plan),
        isNull(organizations.deletedAt),
        or(days === null ? isLimited : differsFrom(days), isDue(now)),
      ),
    );
}

const isLimited = sql`coalesce(audit_retention_days, next_audit_retention_days) is not null`;

function differsFrom(days: number): SQL {
  return sql`(audit_retention_days < ${days}
    or (audit_retention_days = ${days} and next_audit_retention_days is not null)
    or ((audit_retention_days > ${days} or audit_retention_days is null) and next_audit_retention_days is not ${days}))`;
}

function isDue(now: number): SQL {
  return sql`next_audit_retention_from <= iif(audit_notice_sent_at is null, ${now + NOTICE_MS}, ${now})`;
}

async function adjust(
  deps: RetentionDependencies,
  before: Organization,
  now: number,
): Promise<void> {
  const takesPayments = deps.billing.provider !== undefined;
  const days = planRetentionDays(before.plan, takesPayments);
  const after = applyDueSteps(scheduleRetention(days, before, now), now);
  const change = { orgId: before.id, action: "audit.adjustPeriod", now };
  await changeOrganization(deps, change, async (work) => {
    if (!(await isAsRead(deps.db, before))) return;
    const tenant = new TenantDb(deps.db.drizzle, work, before.id);
    tenant.updateRoot(organizations, before, after, organizationGone);
    if (
      after.auditNoticeSentAt !== null &&
      after.auditNoticeSentAt !== before.auditNoticeSentAt
    )
      await notifyAdmins(deps, tenant, work, { ...before, ...after });
  });
}

/**
 * Whether the organization is unchanged since it was read. If its plan has changed, or if another instance has stored
 * the step, this instance must not store the step.
 */
async function isAsRead(
  { drizzle }: Database,
  before: Organization,
): Promise<boolean> {
  const now = await drizzle
    .select()
    .from(organizations)
    .where(eq(organizations.id, before.id))
    .get();
  return Bun.deepEquals(now, before);
}

const activeAdmins = defineQuery()((db) =>
  db
    .join(memberships, users, eq(users.id, memberships.userId), {
      email: users.email,
    })
    .where(and(eq(memberships.role, "admin"), isNull(memberships.suspendedAt))),
);

async function notifyAdmins(
  deps: RetentionDependencies,
  tenant: TenantDb,
  work: UnitOfWork,
  organization: Organization,
): Promise<void> {
  const { auditRetentionDays, nextAuditRetentionDays, nextAuditRetentionFrom } =
    organization;
  if (nextAuditRetentionDays === null || nextAuditRetentionFrom === null)
    return;
  const post = createPost(work, deps);
  for (const { email } of await tenant.all(activeAdmins, {})) {
    const mail = auditShorteningMail({
      to: email,
      organization: organization.name,
      plan: PLANS[organization.plan].label,
      days: auditRetentionDays,
      daysNext: nextAuditRetentionDays,
      lowersAt: nextAuditRetentionFrom,
      link: deps.links.auditLog(organization.slug),
    });
    await post(mail, { kind: "audit", orgId: tenant.orgId });
  }
}

function organizationGone(): DomainError {
  return new DomainError("ORGANIZATION_NOT_FOUND");
}
