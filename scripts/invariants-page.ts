import { type Invariant, readInvariants } from "./invariants";
import { markdownTable } from "./markdown-table";

/** The text of `docs/invariants.md`. */
export async function invariantsPage(): Promise<string> {
  const invariants = await readInvariants();
  const folders = Map.groupBy(invariants, ({ file }) => folderOf(file));
  return [
    "# Invariants",
    "",
    "An invariant is a rule that the database enforces with triggers, whichever program writes to it. `bun run docs:invariants` generates this page from the files `invariants.sql` beside the tables. A test fails if the page differs from these files. Another test fails if the triggers in these files differ from those in a migrated database.",
    "",
    "If a rule has a reason, a statement that violates the rule fails with this reason. If a rule has no reason, its triggers change rows and refuse nothing. The column “Test” links a test that fails without the triggers of the rule.",
    "",
    ...[...folders].flatMap(([folder, group]) => section(folder, group)),
  ].join("\n");
}

function section(folder: string, invariants: Invariant[]): string[] {
  const rules = Map.groupBy(invariants, ({ rule }) => rule);
  return [
    `## ${folder}`,
    "",
    ...markdownTable(
      ["Rule", "Triggers", "Reason", "Test"],
      [...rules].map(([rule, group]) => row(rule, group)),
    ),
    "",
  ];
}

function row(rule: string, invariants: Invariant[]): string[] {
  const reasons = new Set(invariants.flatMap(({ sql }) => reasonsIn(sql)));
  const tests = new Set(invariants.map(({ test }) => linkTo(test)));
  return [
    rule,
    invariants.map(({ name }) => `\`${name}\``).join(", "),
    [...reasons].map((reason) => `\`${reason}\``).join(", "),
    [...tests].join(", "),
  ];
}

function reasonsIn(sql: string): string[] {
  const raised = sql.matchAll(/raise\(abort, '([^']+)'\)/g);
  return [...raised].map(([, reason = ""]) => reason);
}

function folderOf(file: string): string {
  return file.replace(/^src\/server\/|\/invariants\.sql$/g, "");
}

function linkTo(test: string): string {
  const name = test.split("/").at(-1)?.replace(".test.ts", "");
  return `[${name}](../${test})`;
}
