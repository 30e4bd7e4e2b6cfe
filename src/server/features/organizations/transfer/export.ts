import { createReadStream } from "node:fs";
import { open, rm } from "node:fs/promises";
import type { InValue, ResultSet, Row } from "@libsql/client";
import { type DatabaseOptions, openDatabase } from "#server/kernel/db/client";
import { permissionDenied } from "#server/kernel/errors";
import { yieldToRequests } from "#server/kernel/db/portions";
import { version } from "#server/kernel/version";
import {
  encodeValue,
  type ExportedRow,
  FORMAT,
  type Line,
  LineHash,
  textOf,
} from "./format";
import {
  EVENT_COLUMNS,
  type ExportedTable,
  exportedTables,
  ORGANIZATION_COLUMNS,
} from "./tables";

const PORTION = 500;
/** Collected lines are written when they have this many characters. */
const WRITE_LENGTH = 64 * 1024;

/** Reads the state of one moment, whatever others write meanwhile. */
type Read = (sql: string, ...args: InValue[]) => Promise<ResultSet>;

/**
 * Writes everything that an organization owns into a new file of JSON Lines. All of it is the state of one moment. Only
 * the owner of the file can read it.
 * @throws Error if the file exists already, or the organization does not exist
 */
export async function exportOrganization(
  database: DatabaseOptions,
  orgId: string,
  path: string,
): Promise<{ lines: number }> {
  const file = await open(path, "wx", 0o600);
  try {
    const hash = new LineHash();
    let waiting = "";
    await inSnapshot(database, async (read) => {
      for await (const line of linesOf(read, orgId)) {
        const text = textOf(line);
        hash.add(text);
        waiting += text;
        if (waiting.length < WRITE_LENGTH) continue;
        await file.write(waiting);
        waiting = "";
      }
    });
    const { lines } = hash;
    await file.write(waiting + textOf(hash.end()));
    await file.sync();
    return { lines };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/**
 * Reads an exported file in portions, and deletes it: at once where the system allows that for an open file, otherwise
 * at the end.
 * @param isStillAllowed is asked before each portion; the reading ends if it returns false
 */
export async function* readOnce(
  path: string,
  isStillAllowed: () => Promise<boolean>,
): AsyncGenerator<string> {
  try {
    for await (const part of createReadStream(path, { encoding: "utf8" })) {
      if (!(await isStillAllowed()))
        throw permissionDenied(["organization:delete"]);
      yield String(part);
    }
  } finally {
    await rm(path, { force: true });
  }
}

/**
 * Runs the work in a transaction that reads. A local file gets a second connection, because a transaction on the
 * server's own connection would stop all requests.
 */
async function inSnapshot(
  database: DatabaseOptions,
  work: (read: Read) => Promise<void>,
): Promise<void> {
  const { url, authToken } = database;
  const db = await openDatabase({ url, authToken });
  try {
    const transaction = await db.client.transaction("read");
    try {
      await work((sql, ...args) => transaction.execute({ sql, args }));
    } finally {
      transaction.close();
    }
  } finally {
    db.close();
  }
}

async function* linesOf(read: Read, orgId: string): AsyncGenerator<Line> {
  yield { kind: "header", product: "tenantry", format: FORMAT, version };
  yield { kind: "organization", row: await readOrganization(read, orgId) };
  const emails = new Map<string, string>();
  const people = await read(
    "select users.id, users.email, users.name from memberships join users on users.id = memberships.user_id where memberships.org_id = ? order by users.email",
    orgId,
  );
  for (const { id, email, name } of people.rows) {
    emails.set(String(id), String(email));
    yield { kind: "person", email: String(email), name: String(name) };
  }
  for (const table of exportedTables)
    for await (const row of rowsOf(read, table, orgId))
      yield {
        kind: "row",
        table: table.name,
        row: withEmails(row, table, emails),
      };
  yield* readPlace(read, "checkpoint", "audit_checkpoints", orgId);
  yield* eventsOf(read, orgId);
  yield* readPlace(read, "head", "audit_heads", orgId);
}

async function readOrganization(
  read: Read,
  orgId: string,
): Promise<ExportedRow> {
  const { rows } = await read(
    `select ${ORGANIZATION_COLUMNS.join(", ")} from organizations where id = ?`,
    orgId,
  );
  const [row] = rows;
  if (!row) throw new Error(`There is no organization ${orgId}.`);
  return pick(row, ORGANIZATION_COLUMNS);
}

async function* rowsOf(
  read: Read,
  { name, columns }: ExportedTable,
  orgId: string,
): AsyncGenerator<ExportedRow> {
  const list = columns.map((column) => `"${column}"`).join(", ");
  for (let after = ""; ;) {
    await yieldToRequests();
    const { rows } = await read(
      `select ${list} from "${name}" where org_id = ? and id > ? order by id limit ${PORTION}`,
      orgId,
      after,
    );
    for (const row of rows) yield pick(row, columns);
    const last = rows.at(-1);
    if (rows.length < PORTION || !last) return;
    after = String(last.id);
  }
}

async function* eventsOf(read: Read, orgId: string): AsyncGenerator<Line> {
  for (let after = 0; ;) {
    await yieldToRequests();
    const { rows } = await read(
      `select ${EVENT_COLUMNS.join(", ")} from audit_log where org_id = ? and seq > ? order by seq limit ${PORTION}`,
      orgId,
      after,
    );
    for (const row of rows)
      yield { kind: "event", row: pick(row, EVENT_COLUMNS) };
    const last = rows.at(-1);
    if (rows.length < PORTION || !last) return;
    after = Number(last.seq);
  }
}

async function* readPlace(
  read: Read,
  kind: "head" | "checkpoint",
  table: string,
  orgId: string,
): AsyncGenerator<Line> {
  const { rows } = await read(
    `select seq, hash from ${table} where org_id = ?`,
    orgId,
  );
  for (const { seq, hash } of rows)
    yield { kind, seq: Number(seq), hash: String(hash) };
}

/** Replaces the ids of users by the email addresses of members. Users who are not members any more become null. */
function withEmails(
  row: ExportedRow,
  { users }: ExportedTable,
  emails: ReadonlyMap<string, string>,
): ExportedRow {
  const named = { ...row };
  for (const column of users.keys())
    named[column] = emails.get(String(row[column])) ?? null;
  return named;
}

function pick(row: Row, columns: readonly string[]): ExportedRow {
  return Object.fromEntries(
    columns.map((column) => [column, encodeValue(row[column])]),
  );
}
