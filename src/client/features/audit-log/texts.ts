import { catalogue } from "#client/lib/language/catalogue.ts";
import { formatDay } from "#client/lib/formats/time.ts";
import { formatCount, formatPeriod } from "#client/lib/formats/number.ts";

const events = (count: number) =>
  count === 1 ? "1 event" : `${formatCount(count)} events`;

export const texts = catalogue("features/audit-log", {
  title: "Audit log",
  description: "Everything that changed in your organization.",
  kept: (days: number | null) =>
    days === null
      ? "Events are kept forever."
      : `Events are kept for ${formatPeriod(days)}.`,
  shortened: (days: number, from: Date) =>
    `From ${formatDay(from)}, events are kept for ${formatPeriod(days)} and older events are deleted.`,
  system: "The system",
  unknownActor: "Someone",
  formerMember: "a former member",
  formerAccount: "a deleted service account",
  actor: {
    serviceAccount: "service account",
    agent: "AI agent",
    key: "API key",
    keyNamed: (name: string, last4: string) => `API key ${name} …${last4}`,
  },
  list: "Events, newest first",
  filters: {
    label: "Filter events",
    who: "User",
    anyone: "Anyone",
    members: "Members",
    accounts: "Service accounts",
    former: "Former members",
    what: "Action",
    anything: "All actions",
    several: (count: number) => `${count} actions`,
    findAction: "Find an action…",
    clearActions: "Show all actions",
    from: "From",
    to: "To",
    reversed: "The end date is before the start date.",
    clear: "Clear filters",
    event: (seq: string) => `Only event ${seq}`,
    printed: {
      who: (name: string) => `by ${name}`,
      from: (day: Date) => `from ${formatDay(day)}`,
      to: (day: Date) => `until ${formatDay(day)}`,
    },
  },
  none: {
    title: "No events yet",
    text: "The audit log records who changed what, when and from where.",
    noMatch: "No events found",
    noMatchText: "No events match these filters.",
    noEvent: (seq: string) => `Event ${seq} not found`,
    noEventText: "The event may have been deleted after its retention period.",
    all: "Show all events",
  },
  details: {
    when: "Time",
    action: "Action",
    address: "IP address",
    key: "API key",
    copyKey: "Copy API key ID",
    steward: "Steward",
    request: "Request ID",
    hash: "Hash",
    event: "Event",
    field: "Field",
    before: "Before",
    after: "After",
    nothing: "None",
    noChanges: "No further details.",
    link: "Link to this event",
    person: (name: string) => `About ${name}`,
    alsoBy: (name: string) => `Show all by ${name}`,
    alsoAction: "Show similar events",
    copyRequest: "Copy request ID",
    copyHash: "Copy hash",
    showAll: "Show all",
    showLess: "Show less",
    cut: (bytes: number, sha256: string) =>
      `Only the beginning is stored. Full value: ${formatCount(bytes)} bytes, SHA-256 ${sha256}.`,
    unhashed: "None (recorded before hashes were introduced)",
    added: "added",
    changed: "changed",
    removed: "removed",
  },
  download: {
    action: "Download",
    csv: "CSV for spreadsheets",
    jsonl: "JSON Lines for programs",
  },
  verify: {
    action: "Verify",
    title: "Verify audit log",
    text: "Checks that no event was changed or removed. Each event contains the hash of the previous one, and the newest hash is signed.",
    running: "Checking all events…",
    verified: "Verified",
    verifiedText: (rows: number, since: Date | undefined) => {
      const period = since ? ` since ${formatDay(since)}` : "";
      if (rows === 0) return "The audit log is empty.";
      return rows === 1
        ? `The only event${period} is intact.`
        : `All ${formatCount(rows)} events${period} are intact.`;
    },
    unchained: (count: number) =>
      `${events(count)} before that can’t be verified, because ${count === 1 ? "it was" : "they were"} recorded before hashes were introduced.`,
    failed: "Verification failed: the audit log was changed",
    faults: {
      changed: (seq: number) => `Event ${seq} was changed.`,
      missing: (seq: number) => `Event ${seq} is missing.`,
      tail: (seq: number) =>
        `From event ${seq} on, events were removed or added.`,
      signature: (seq: number) =>
        `The signature at event ${seq} wasn’t created by this server.`,
      anchor: (seq: number) =>
        `Event ${seq} of your checkpoint is missing: the log was replaced by an older or a different one.`,
    },
    failedText:
      "Contact your server administrator. They can compare the log with a backup.",
    show: (seq: number) => `Show event ${seq}`,
    showBefore: (seq: number) => `Show event ${seq}, the last one before it`,
    checkpoint: "Checkpoint",
    checkpointHint:
      "Save it somewhere else to prove later that the log wasn’t rolled back.",
    copyCheckpoint: "Copy checkpoint",
    earlierCheckpoint: "Compare with a saved checkpoint",
    checkpointExample: "For example 123:kq3Z…",
    invalidCheckpoint:
      "Enter the whole checkpoint: a number, a colon and letters.",
    checkpointFound: "The log still contains your saved checkpoint.",
    again: "Verify again",
    error: "The audit log couldn’t be verified",
  },
  commands: {
    audit: "Audit log",
    words: "history events activity",
    csv: "Export audit log as CSV",
    csvWords: "download spreadsheet",
  },
});
