import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, runBun } from "./run.ts";

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export const noTests: Readonly<Tally> = { passed: 0, failed: 0, skipped: 0 };

const suites: Record<string, RegExp> = {
  client: /^src\/client\//,
  binary: /^src\/testing\/operation\/binary\.test\.ts$/,
  packed: /^src\/testing\/packed\//,
  browser: /^src\/testing\/browser\//,
};

/** The test files of a suite whose path contains one of the words. The suite `unit` has the files of no other suite. */
export function testFiles(suite: string, words: string[]) {
  const all = [
    ...new Bun.Glob("{src,scripts}/**/*.test.{ts,tsx}").scanSync(root),
  ];
  return all
    .filter((file) => !file.includes("/node_modules/"))
    .filter((file) => suiteOf(file) === suite)
    .filter((file) => !words.length || words.some((w) => file.includes(w)))
    .toSorted();
}

function suiteOf(file: string) {
  const claims = Object.entries(suites).find(([, path]) => path.test(file));
  return claims?.[0] ?? "unit";
}

/** Runs test files with `bun test` and counts the results. A run that fails without a failed test counts as one. */
export async function runTestFiles(
  files: string[],
  options: string[] = [],
  env: Record<string, string> = {},
): Promise<Tally> {
  if (files.length === 0) {
    console.log("There are no test files here yet.");
    return noTests;
  }
  const folder = await mkdtemp(join(tmpdir(), "tenantry-test-"));
  const report = join(folder, "junit.xml");
  const exitCode = await runBun(testCommand(files, options, report), env);
  const tally = await readTally(report);
  await rm(folder, { recursive: true });
  if (exitCode === 0) return tally;
  return { ...tally, failed: Math.max(tally.failed, 1) };
}

function testCommand(files: string[], options: string[], report: string) {
  // This timeout stops tests that hang. Bun's default of five seconds is too short for a busy machine, and bunfig.toml
  // cannot change it.
  const quiet = ["--no-orphans", "--only-failures", "--timeout=300000"];
  const reporter = ["--reporter=junit", `--reporter-outfile=${report}`];
  const paths = files.map((file) => `./${file}`);
  return ["test", ...quiet, ...options, ...reporter, ...paths];
}

async function readTally(report: string): Promise<Tally> {
  const file = Bun.file(report);
  const xml = (await file.exists()) ? await file.text() : "";
  const summary = xml.match(/<testsuites [^>]*>/)?.[0] ?? "";
  const count = (name: string) =>
    Number(summary.match(new RegExp(` ${name}="(\\d+)"`))?.[1] ?? 0);
  const failed = count("failures");
  const skipped = count("skipped");
  return { passed: count("tests") - failed - skipped, failed, skipped };
}
