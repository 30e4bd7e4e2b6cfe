import type { AuditEvent } from "./shapes";

export const FORMATS = ["csv", "jsonl"] as const;
export type Format = (typeof FORMATS)[number];

export const CONTENT_TYPES: Record<Format, string> = {
  csv: "text/csv; charset=utf-8",
  jsonl: "application/jsonl; charset=utf-8",
};

const COLUMNS: readonly [
  name: string,
  value: (event: AuditEvent) => unknown,
][] = [
  ["seq", ({ seq }) => seq],
  ["id", ({ id }) => id],
  ["at", ({ at }) => at],
  ["action", ({ action }) => action],
  ["actor_kind", ({ actor }) => actor.kind],
  ["actor_id", ({ actor }) => actor.id],
  ["actor_name", ({ actor }) => actor.name],
  ["changes", ({ changes }) => JSON.stringify(changes)],
  ["request_id", ({ requestId }) => requestId],
  ["address", ({ address }) => address],
  ["hash", ({ hash }) => hash],
];

/** The events as text, a line at a time. */
export async function* linesOf(
  events: AsyncIterable<AuditEvent>,
  format: Format,
): AsyncGenerator<string> {
  if (format === "csv") yield csvLine(COLUMNS.map(([name]) => name));
  for await (const event of events)
    yield format === "csv"
      ? csvLine(COLUMNS.map(([, value]) => value(event)))
      : `${JSON.stringify(event)}\n`;
}

function csvLine(values: readonly unknown[]): string {
  return `${values.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: unknown): string {
  if (typeof value === "number") return String(value);
  return `"${inert(String(value ?? "")).replaceAll('"', '""')}"`;
}

// A spreadsheet runs what begins like a formula, and a member may choose any name.
function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
