import { DomainError } from "#server/kernel/errors";
import type { AuditEvent } from "./schemas";
import { type NameOf, summaryOf, targetOf } from "./summary";

export const FORMATS = ["csv", "jsonl"] as const;
export type Format = (typeof FORMATS)[number];

export const CONTENT_TYPES: Record<Format, string> = {
  csv: "text/csv; charset=utf-8",
  jsonl: "application/jsonl; charset=utf-8",
};

interface Column {
  name: string;
  value: (event: AuditEvent, nameOf: NameOf) => unknown;
  /**
   * Whether users can choose the text in this column, so that the text could be a formula. Values of the server, such
   * as a hash, are exported unchanged.
   */
  isUserText?: boolean;
}

const COLUMNS: readonly Column[] = [
  { name: "seq", value: ({ seq }) => seq },
  { name: "id", value: ({ id }) => id },
  { name: "at", value: ({ at }) => at },
  { name: "action", value: ({ action }) => action },
  { name: "actor_kind", value: ({ actor }) => actor.kind },
  { name: "actor_id", value: ({ actor }) => actor.id },
  { name: "actor_name", value: ({ actor }) => actor.name, isUserText: true },
  { name: "target", value: targetOf, isUserText: true },
  { name: "summary", value: summaryOf, isUserText: true },
  {
    name: "changes",
    value: ({ changes }) => JSON.stringify(changes),
    isUserText: true,
  },
  { name: "request_id", value: ({ requestId }) => requestId },
  { name: "address", value: ({ address }) => address },
  { name: "hash", value: ({ hash }) => hash },
];

/** Refuses calls through tRPC, because tRPC cannot return a stream of text. */
export function requireRest({ operation }: { operation?: string | undefined }) {
  if (operation === undefined)
    throw new DomainError("METHOD_NOT_SUPPORTED", {
      use: "GET /api/organizations/{org}/audit-log/export",
    });
}

/**
 * @param read reads the names of the members that a chunk of events mentions; only a CSV file shows them
 * @returns the lines of each chunk, one line per event; a CSV file begins with a header line
 */
export async function* linesOf(
  chunks: AsyncIterable<AuditEvent[]>,
  format: Format,
  read: (events: readonly AuditEvent[]) => Promise<NameOf>,
): AsyncGenerator<string> {
  if (format === "csv") yield csvLine(COLUMNS.map(({ name }) => csvCell(name)));
  for await (const events of chunks) {
    const nameOf = format === "csv" ? await read(events) : undefined;
    for (const event of events)
      yield nameOf
        ? csvLine(COLUMNS.map((column) => cellOf(column, event, nameOf)))
        : `${JSON.stringify(event)}\n`;
  }
}

function csvLine(cells: readonly string[]): string {
  return `${cells.join(",")}\r\n`;
}

function cellOf(
  { value, isUserText }: Column,
  event: AuditEvent,
  nameOf: NameOf,
): string {
  const cell = value(event, nameOf);
  if (typeof cell === "number") return String(cell);
  const text = String(cell ?? "");
  return csvCell(isUserText ? escapeFormula(text) : text);
}

function csvCell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

// Spreadsheets execute a cell that begins like a formula, also with full-width characters. Users could put a formula
// into a name.
function escapeFormula(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
}
