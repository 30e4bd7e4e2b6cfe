import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createClient,
  LibsqlBatchError,
  LibsqlError,
  type Client,
  type ResultSet,
} from "@libsql/client";
import { createLocalClient } from "./client";
import { cases, type Step } from "./differential-cases";

/** Every script runs twice on one client, so that the second pass uses the prepared statements of the first. */
const PASSES = 2;

const folder = mkdtempSync(join(tmpdir(), "differential-"));
let files = 0;
afterAll(() => rmSync(folder, { recursive: true }));

async function outcomes(client: Client, steps: Step[]): Promise<unknown[]> {
  const seen: unknown[] = [];
  for (let pass = 0; pass < PASSES; pass++)
    for (const step of steps) seen.push(await outcome(client, step));
  client.close();
  return seen;
}

async function outcome(client: Client, step: Step): Promise<unknown> {
  if (typeof step === "object" && "together" in step)
    return Promise.all(step.together.map((each) => outcome(client, each)));
  return take(client, step).then(describeResult, describeError);
}

async function take(
  client: Client,
  step: Exclude<Step, { together: unknown }>,
): Promise<ResultSet[]> {
  if (typeof step === "string") return [await client.execute(step)];
  if ("batch" in step) return client.batch(step.batch, step.mode ?? "write");
  if ("migrate" in step) return client.migrate(step.migrate);
  if ("sql" in step) return [await client.execute(step)];
  await client.executeMultiple(step.script);
  return [];
}

function describeResult(results: ResultSet[]): unknown {
  return results.map((result) => ({
    columns: result.columns,
    columnTypes: result.columnTypes,
    rowsAffected: result.rowsAffected,
    lastInsertRowid: result.lastInsertRowid,
    json: JSON.stringify(result),
    rows: result.rows.map((row) => ({
      byName: Object.entries(row),
      byIndex: Array.prototype.slice.call(row),
      length: row.length,
      beyond: row[row.length + 40],
    })),
  }));
}

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message } = error;
  if (!(error instanceof LibsqlError)) return { name, message };
  const { code, extendedCode, rawCode } = error;
  const index = error instanceof LibsqlBatchError && error.statementIndex;
  return { name, message, code, extendedCode, rawCode, index };
}

describe("a local client returns the same as @libsql/client:", () => {
  for (const [name, steps] of Object.entries(cases))
    for (const place of ["in a file", "in memory"])
      test(`${name}, ${place}`, async () => {
        const [reference, local] = pair(place);
        const expected = await outcomes(reference, steps);
        expect(await outcomes(local, steps)).toEqual(expected);
      });
});

function pair(place: string): [reference: Client, local: Client] {
  if (place === "in memory")
    return [
      createClient({ url: ":memory:" }),
      createLocalClient({ path: ":memory:" }),
    ];
  const path = () => join(folder, `${files++}.db`);
  return [
    createClient({ url: `file:${path()}`, concurrency: 1 }),
    createLocalClient({ path: path() }),
  ];
}
