import { type Invariant, readInvariants } from "./invariants";
import { markdownTable } from "./markdown-table";

/** The text of `docs/invariants.md`. */
export async function invariantsPage(): Promise<string> {
  const invariants = await readInvariants();
  const folders = Map.groupBy(invariants, ({ file }) => folderOf(file));
  return [
    "# Invariants",
    "",
    "The rules that the database enforces for every program that writes to it. `bun run docs:invariants` generates this page from the files `invariants.sql` beside the tables. A test fails if the page differs from the files, or the files from a migrated database.",
    "",
    "A statement that violates a rule fails with the reason. A rule without a reason changes rows instead. Each test fails without the triggers of its rule.",
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
