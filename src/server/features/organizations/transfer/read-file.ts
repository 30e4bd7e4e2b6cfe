import { createReadStream } from "node:fs";
import {
  type ExportedRow,
  FORMAT,
  type Line,
  LineHash,
  lineSchema,
} from "./format";

/** What a file contains. */
export interface FileSummary {
  organization: ExportedRow;
  emails: string[];
  /** The email addresses of the admins who are not suspended. */
  admins: string[];
  rows: Record<string, number>;
  events: number;
}

/**
 * Reads and checks the whole file, before anything is stored.
 * @throws Error if the file is incomplete, was changed, or has a format that this version does not know
 */
export async function summarize(path: string): Promise<FileSummary> {
  const hash = new LineHash();
  const found: FileSummary = {
    organization: {},
    emails: [],
    admins: [],
    rows: {},
    events: 0,
  };
  let last: Line | undefined;
  for await (const { line, text } of linesOf(path)) {
    if (last === undefined) refuseFormat(path, line);
    if (last?.kind === "end") throw damaged(path);
    last = line;
    if (line.kind === "end") continue;
    hash.add(text);
    if (line.kind === "organization") found.organization = line.row;
    if (line.kind === "person") found.emails.push(line.email);
    if (line.kind === "event") found.events += 1;
    if (line.kind !== "row") continue;
    found.rows[line.table] = (found.rows[line.table] ?? 0) + 1;
    const { role, user_id, suspended_at } = line.row;
    if (line.table === "memberships" && role === "admin" && !suspended_at)
      found.admins.push(String(user_id));
  }
  const end = hash.end();
  const isComplete =
    last?.kind === "end" &&
    last.lines === end.lines &&
    last.sha256 === end.sha256;
  const { id, slug } = found.organization;
  const hasOrganization = typeof id === "string" && typeof slug === "string";
  if (!isComplete || !hasOrganization) throw damaged(path);
  return found;
}

function refuseFormat(path: string, line: Line): void {
  if (line.kind !== "header")
    throw new Error(`${path} is no export of an organization.`);
  if (line.format !== FORMAT)
    throw new Error(
      `${path} has the format ${line.format} of version ${line.version}. Import it with that version.`,
    );
}

function damaged(path: string): Error {
  return new Error(
    `${path} is incomplete or was changed after the export. Export the organization again.`,
  );
}

/** Reads the lines of a file. */
export async function* linesOf(
  path: string,
): AsyncGenerator<{ line: Line; text: string }> {
  for await (const text of splitLines(path)) {
    const line = parse(text);
    if (!line) throw damaged(path);
    yield { line, text };
  }
}

/**
 * Splits a file after each line feed. Node's `readline` also splits at other line separators, which JSON can contain.
 */
async function* splitLines(path: string): AsyncGenerator<string> {
  let rest = "";
  for await (const part of createReadStream(path, { encoding: "utf8" })) {
    const lines = (rest + String(part)).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield `${line}\n`;
  }
  if (rest !== "") yield rest;
}

function parse(text: string): Line | undefined {
  try {
    return lineSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
