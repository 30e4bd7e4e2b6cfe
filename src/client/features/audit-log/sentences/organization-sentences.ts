import { formatDay } from "#client/lib/formats/time.ts";
import { changedFields } from "../changed-fields.ts";
import { type AuditEvent, changeOf, type NameOf, textIn } from "../event.ts";
import { aboutField, type Sentence, sentences } from "./sentence.ts";
import type { Part } from "./sentence-parts.ts";

const project = aboutField("projects", "name");
const organization = aboutField("organizations", "name");

/** Sentences for audit events about the organization, its settings and its projects. */
export const ORGANIZATION_SENTENCES: Record<string, Sentence> = {
  "projects.create": project("projectCreated"),
  "projects.update": projectUpdated,
  "projects.delete": project("projectDeleted"),
  "organizations.create": organization("organizationCreated"),
  "organizations.update": organizationUpdated,
  "organizations.setLogo": () => sentences().logoChanged(),
  "organizations.removeLogo": () => sentences().logoRemoved(),
  "organizations.requireTwoFactor": twoFactorRequired,
  "organizations.delete": organization("organizationDeleted"),
  "organizations.restore": organization("organizationRestored"),
  "audit.adjustPeriod": retentionChanged,
};

function projectUpdated(event: AuditEvent, nameOf: NameOf): Part[] | undefined {
  const change = changeOf(event, "projects");
  if (!change?.before || !change.after) return undefined;
  const was = textIn(change.before, "name");
  const is = textIn(change.after, "name");
  if (was !== is) return sentences().projectRenamed(was, is);
  const [only, ...others] = changedFields(change);
  if (!only || others.length > 0) return sentences().projectChanged(is);
  if (only.name === "ownerId") {
    const owner = textIn(change.after, "ownerId");
    return owner
      ? sentences().projectOwnerChanged(nameOf(owner), is)
      : sentences().projectOwnerRemoved(is);
  }
  if (only.name !== "status")
    return sentences().projectFieldChanged(only.label, is);
  return change.after.status === "archived"
    ? sentences().projectArchived(is)
    : sentences().projectReactivated(is);
}

function organizationUpdated(event: AuditEvent): Part[] | undefined {
  const change = changeOf(event, "organizations");
  if (!change?.before || !change.after) return undefined;
  const [only, ...others] = changedFields(change);
  if (!only) return sentences().settingsUnchanged();
  if (others.length > 0) return sentences().settingsChanged();
  const was = textIn(change.before, only.name);
  const is = textIn(change.after, only.name);
  if (only.name === "name") return sentences().organizationRenamed(was, is);
  if (only.name === "slug") return sentences().urlChanged(was, is);
  return sentences().settingChanged(only.label);
}

function twoFactorRequired(event: AuditEvent): Part[] | undefined {
  const change = changeOf(event, "organizations");
  if (!change?.after) return undefined;
  const from = change.after.twoFactorRequiredFrom;
  return typeof from === "number"
    ? sentences().twoFactorRequired(formatDay(new Date(from)))
    : sentences().twoFactorOptional();
}

function retentionChanged(event: AuditEvent): Part[] | undefined {
  const change = changeOf(event, "organizations");
  if (!change?.before || !change.after) return undefined;
  const {
    auditRetentionDays,
    nextAuditRetentionDays,
    nextAuditRetentionFrom,
    auditNoticeSentAt,
  } = change.after;
  if (auditRetentionDays !== change.before.auditRetentionDays)
    return sentences().retentionSet(
      typeof auditRetentionDays === "number" ? auditRetentionDays : null,
    );
  if (
    typeof nextAuditRetentionDays !== "number" ||
    typeof nextAuditRetentionFrom !== "number"
  )
    return sentences().retentionUnscheduled();
  const day = formatDay(new Date(nextAuditRetentionFrom));
  return auditNoticeSentAt === change.before.auditNoticeSentAt ||
    auditNoticeSentAt === null
    ? sentences().retentionScheduled(nextAuditRetentionDays, day)
    : sentences().retentionAnnounced(nextAuditRetentionDays, day);
}
