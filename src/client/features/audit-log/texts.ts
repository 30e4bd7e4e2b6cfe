import { catalogue } from "#client/lib/language/catalogue.ts";
import { formatDay } from "#client/lib/formats/time.ts";
import { formatCount, formatPeriod } from "#client/lib/formats/number.ts";

const events = (count: number) =>
  count === 1 ? "1 event" : `${formatCount(count)} events`;

export const texts = catalogue("features/audit-log", {
  title: "Audit log",
  description: "Who changed what.",
  kept: (days: number | null) =>
    days === null
      ? "It is kept without an end."
      : `It is kept for ${formatPeriod(days)}.`,
  shortened: (days: number, from: Date) =>
    `From ${formatDay(from)} on it is kept for ${formatPeriod(days)}; older events are removed then.`,
  system: "The system",
  somebody: "Somebody",
  former: "a former member",
  list: "Events, newest first",
  address: "Address",
  filters: {
    label: "Narrow the log",
    who: "Who",
    anyone: "Anyone",
    members: "Members",
    former: "Not members any more",
    what: "What",
    anything: "Anything",
    from: "From",
    to: "To",
    reversed: "The last day comes before the first.",
    clear: "Clear filters",
    event: (seq: string) => `Event ${seq} alone`,
    printed: {
      who: (name: string) => `by ${name}`,
      from: (day: Date) => `from ${formatDay(day)}`,
      to: (day: Date) => `until ${formatDay(day)}`,
    },
  },
  none: {
    title: "Nothing has happened yet",
    text: "What members do here is written down: who, what, when and from where.",
    noMatch: "No event fits",
    noMatchText: "Nothing in the log fits the filters.",
    noEvent: (seq: string) => `Event ${seq} is not in the log`,
    noEventText: "It may be older than what is kept, or there never was one.",
    all: "Show all events",
  },
  details: {
    when: "When",
    action: "Action",
    address: "Address",
    request: "Request",
    hash: "Hash",
    event: "Event",
    field: "Field",
    before: "Before",
    after: "After",
    nothing: "None",
    noChanges: "It says no more than that.",
    link: "Link to this event",
    alsoBy: (name: string) => `Everything by ${name}`,
    alsoAction: "Every event like it",
    copy: (what: string) => `Copy ${what.toLowerCase()}`,
    showAll: "Show all",
    showLess: "Show less",
    cut: (bytes: number, sha256: string) =>
      `Too long for the log, which keeps the beginning. In full: ${formatCount(bytes)} bytes, SHA-256 ${sha256}.`,
    unhashed: "From before events were chained",
    added: "added",
    changed: "changed",
    removed: "removed",
  },
  download: {
    action: "Download",
    csv: "CSV, for a spreadsheet",
    jsonl: "JSON Lines, for a program",
  },
  verify: {
    action: "Verify",
    title: "Verify the audit log",
    text: "Each event carries a hash of the one before it, and the last one is signed. This reads them all.",
    running: "Reading every event…",
    sound: "The log is what was written",
    soundText: (rows: number, since: Date | undefined) =>
      rows === 0
        ? "There is no event in it at the moment."
        : `${events(rows)}, kept since ${since ? formatDay(since) : "the beginning"}: none was changed, removed or cut off.`,
    unchained: (count: number) =>
      `${events(count)} before ${count === 1 ? "that is" : "those are"} from before events were chained; nothing can be said of them.`,
    fault: "The log is not what was written",
    faultText:
      "Tell whoever runs this server: they can compare it with a backup.",
    show: (seq: number) => `Show event ${seq}`,
    showBefore: (seq: number) => `Show event ${seq}, the last before it`,
    anchor: "Anchor",
    anchorHint:
      "Note it outside of this program: with it a later look shows whether the whole log was set back.",
    copyAnchor: "Copy anchor",
    earlier: "An anchor you noted earlier",
    earlierHint: "Such as 123:kq3Z…",
    badAnchor: "Enter it as it was noted: a number, a colon and letters.",
    held: "The log still holds the anchor you noted.",
    again: "Verify again",
    failed: "The log could not be verified",
  },
});
