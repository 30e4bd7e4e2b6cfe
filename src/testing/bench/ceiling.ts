/**
 * Serves the ceilings (the same queries without the product) in a separate process, so that garbage collection of one
 * does not slow down the other.
 */
import { openDatabase } from "#server/kernel/db/client";
import { type Facts, serveCeilings } from "./ceilings";

const { database: url, ...facts } = JSON.parse(
  process.argv[2] ?? "",
) as Facts & {
  database: string;
};
const db = await openDatabase({ url, synchronous: "FULL" });
const { origin } = await serveCeilings(db, facts);
process.stderr.write(`${JSON.stringify({ origin })}\n`);
