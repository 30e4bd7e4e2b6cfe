import {
  type AuditChange,
  type AuditEvent,
  type NameOf,
  rowOf,
  textIn,
} from "#client/features/audit-log/event.ts";
import { type HistoryOf, targetOf } from "#client/session/history/address.ts";
import { texts } from "./texts.ts";

/** Returns the change that an event made to the thing. */
export function changeTo(
  { changes }: Pick<AuditEvent, "changes">,
  of: HistoryOf,
): AuditChange | undefined {
  if (of.kind === "organization")
    return changes.find(({ table }) => table === "organizations");
  const target = targetOf(of);
  return changes.find((change) =>
    of.kind === "member"
      ? textIn(rowOf(change), "userId") === target
      : change.id === target,
  );
}

/** Returns the name of the thing in its newest event; empty if no event has it. */
export function nameIn(
  events: readonly AuditEvent[],
  of: HistoryOf,
  nameOf: NameOf,
): string {
  if (of.kind === "organization") return texts().parts[of.id];
  if (of.kind === "member") return nameOf(of.id);
  for (const event of events) {
    const change = changeTo(event, of);
    const row = change && rowOf(change);
    const name =
      textIn(row, "name") || textIn(row, "email") || textIn(row, "domain");
    if (name) return name;
  }
  return "";
}
