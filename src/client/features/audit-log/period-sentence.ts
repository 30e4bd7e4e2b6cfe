import { formatDay } from "#client/lib/formats/time.ts";
import { type AuditEvent, changeOf } from "./event.ts";
import type { Part } from "./sentence-parts.ts";
import { texts as wordsTexts } from "./words/texts.ts";

/** What became of how long the log is kept, in words that follow the name of who did it. */
export function periodSentence(event: AuditEvent): Part[] | undefined {
  const change = changeOf(event, "organizations");
  if (!change?.before || !change.after) return undefined;
  const { auditDays, auditDaysNext, auditLowersAt, auditToldAt } = change.after;
  const { sentences } = wordsTexts();
  if (auditDays !== change.before.auditDays)
    return sentences.auditKept(
      typeof auditDays === "number" ? auditDays : null,
    );
  if (typeof auditDaysNext !== "number" || typeof auditLowersAt !== "number")
    return sentences.auditLoweringEnded();
  const day = formatDay(new Date(auditLowersAt));
  return auditToldAt === change.before.auditToldAt || auditToldAt === null
    ? sentences.auditLowering(auditDaysNext, day)
    : sentences.auditAnnounced(auditDaysNext, day);
}
