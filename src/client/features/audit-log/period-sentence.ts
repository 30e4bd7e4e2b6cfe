import { formatDay } from "#client/lib/formats/time.ts";
import { type AuditEvent, changeOf } from "./event.ts";
import type { Part } from "./sentence-parts.ts";
import { texts as wordsTexts } from "./words/texts.ts";

/** What became of how long the log is kept, in words that follow the name of who did it. */
export function periodSentence(event: AuditEvent): Part[] | undefined {
  const change = changeOf(event, "organizations");
  if (!change?.before || !change.after) return undefined;
  const {
    auditRetentionDays,
    nextAuditRetentionDays,
    nextAuditRetentionFrom,
    auditNoticeSentAt,
  } = change.after;
  const { sentences } = wordsTexts();
  if (auditRetentionDays !== change.before.auditRetentionDays)
    return sentences.auditKept(
      typeof auditRetentionDays === "number" ? auditRetentionDays : null,
    );
  if (
    typeof nextAuditRetentionDays !== "number" ||
    typeof nextAuditRetentionFrom !== "number"
  )
    return sentences.auditLoweringEnded();
  const day = formatDay(new Date(nextAuditRetentionFrom));
  return auditNoticeSentAt === change.before.auditNoticeSentAt ||
    auditNoticeSentAt === null
    ? sentences.auditLowering(nextAuditRetentionDays, day)
    : sentences.auditAnnounced(nextAuditRetentionDays, day);
}
