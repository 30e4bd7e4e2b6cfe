/** The ceilings, in a process of their own on the product's database, so that neither pays for the other's garbage. */
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
