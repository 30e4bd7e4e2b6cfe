import { join } from "node:path";
import { root } from "./run";

/** A trigger or view that enforces a rule of the product. An `invariants.sql` file defines it. */
export interface Invariant {
  name: string;
  /** The path of the `invariants.sql`, from the root of the project. */
  file: string;
  /** The statement without the final semicolon, as SQLite stores it. */
  sql: string;
  /** The comment above the statement. A statement without a comment belongs to the rule of the previous statement. */
  rule: string;
  /** The path of the test that fails without this invariant, from the root of the project. */
  test: string;
}

/** The layers, in order: an `invariants.sql` only names tables of its own layer and of earlier layers. */
const FOLDERS = ["kernel", "core", "features"];

const invariantFiles = FOLDERS.flatMap((folder) =>
  [
    ...new Bun.Glob(`src/server/${folder}/**/invariants.sql`).scanSync(root),
  ].toSorted(),
);

/** The invariants of all files, in the order in which they can be created. */
export async function readInvariants(): Promise<Invariant[]> {
  const parsed = invariantFiles.map(async (file) =>
    parseInvariants(file, await Bun.file(join(root, file)).text()),
  );
  return (await Promise.all(parsed)).flat();
}

/** Parses an `invariants.sql`, in which blank lines separate the statements. */
function parseInvariants(file: string, text: string): Invariant[] {
  let rule = "";
  let test = "";
  return text
    .trim()
    .split(/\n\n+/)
    .map((block) => {
      const comment =
        block.match(/^--.*$/gm)?.map((line) => line.slice(3)) ?? [];
      if (comment.length > 0) {
        rule = comment.filter((line) => !line.startsWith("Test: ")).join(" ");
        test =
          comment.find((line) => line.startsWith("Test: "))?.slice(6) ?? "";
      }
      const sql = block.replace(/^--.*\n/gm, "").replace(/;$/, "");
      const [, name] = /^create (?:trigger|view) (\w+)/.exec(sql) ?? [];
      if (!name) throw new Error(`This is not a trigger or a view:\n${block}`);
      return { name, file, sql, rule, test };
    });
}

/** SQLite changes the first words of a stored statement and the white space around it; the rest stays as written. */
export function normalized(sql: string): string {
  return sql.trim().replace(/^create \w+/i, (words) => words.toLowerCase());
}
