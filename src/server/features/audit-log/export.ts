import { type CsvColumn, csvHeader, csvRow } from "#server/kernel/csv";
import type { AuditEvent } from "./schemas";
import { type NameOf, summaryOf, targetOf } from "./summary";

export const FORMATS = ["csv", "jsonl"] as const;
export type Format = (typeof FORMATS)[number];

export const CONTENT_TYPES: Record<Format, string> = {
  csv: "text/csv; charset=utf-8",
  jsonl: "application/jsonl; charset=utf-8",
};

/** An event, and the names of the members that it mentions. */
interface NamedEvent {
  event: AuditEvent;
  nameOf: NameOf;
}

const COLUMNS: readonly CsvColumn<NamedEvent>[] = [
  { name: "seq", value: ({ event }) => event.seq },
  { name: "id", value: ({ event }) => event.id },
  { name: "at", value: ({ event }) => event.at },
  { name: "action", value: ({ event }) => event.action },
  { name: "actor_kind", value: ({ event }) => event.actor.kind },
  { name: "actor_id", value: ({ event }) => event.actor.id },
  {
    name: "actor_name",
    value: ({ event }) => event.actor.name,
    isUserText: true,
  },
  {
    name: "target",
    value: ({ event, nameOf }) => targetOf(event, nameOf),
    isUserText: true,
  },
  {
    name: "summary",
    value: ({ event, nameOf }) => summaryOf(event, nameOf),
    isUserText: true,
  },
  {
    name: "changes",
    value: ({ event }) => JSON.stringify(event.changes),
    isUserText: true,
  },
  { name: "request_id", value: ({ event }) => event.requestId },
  { name: "address", value: ({ event }) => event.address },
  { name: "hash", value: ({ event }) => event.hash },
];

/**
 * @param read reads the names of the members that a chunk of events mentions; only a CSV file shows them
 * @returns the lines of each chunk, one line per event; a CSV file begins with a header line
 */
export async function* linesOf(
  chunks: AsyncIterable<AuditEvent[]>,
  format: Format,
  read: (events: readonly AuditEvent[]) => Promise<NameOf>,
): AsyncGenerator<string> {
  if (format === "csv") yield csvHeader(COLUMNS);
  for await (const events of chunks) {
    const nameOf = format === "csv" ? await read(events) : undefined;
    for (const event of events)
      yield nameOf
        ? csvRow(COLUMNS, { event, nameOf })
        : `${JSON.stringify(event)}\n`;
  }
}
