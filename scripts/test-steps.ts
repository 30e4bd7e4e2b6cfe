import { buildBinary } from "./build-binary.ts";
import { buildSdk } from "./build-sdk.ts";
import { buildWeb } from "./build-web.ts";
import { findOrInstallChromium } from "./chromium.ts";
import { findOrInstallNode } from "./node.ts";
import { needRedis, provideRedis } from "./redis.ts";
import { runBun, StepFailed } from "./run.ts";
import { noTests, runTestFiles, type Tally, testFiles } from "./test-files.ts";

/** A step of the test run. It fails if it throws, or if it counts a failed test. */
export interface Step {
  name: string;
  title: string;
  hasTests: boolean;
  run(words: string[]): Promise<Tally>;
}

const formatted = ["src", "scripts", "drizzle.config.ts"];

// Two test files run at the same time, because each file starts what it needs. Four were not faster on two cores.
const beside = ["--parallel=2"];

// The step that builds the web app comes before the tests, because the servers of the tests serve the web app.
export const steps: Step[] = [
  check("types", "bun check", ["check", "--no-script"]),
  check("lint", "oxlint", [
    "node_modules/oxlint/bin/oxlint",
    "--deny-warnings",
  ]),
  check("format", "bun fmt", ["fmt", "--no-script", "--check", ...formatted]),
  {
    name: "web",
    title: "the web app builds",
    hasTests: false,
    async run() {
      await buildWeb();
      return noTests;
    },
  },
  {
    name: "unit",
    title: "units, API and database",
    hasTests: true,
    async run(words) {
      const files = testFiles("unit", words);
      if (needRedis(files)) await provideRedis();
      return runTestFiles(files, beside);
    },
  },
  {
    name: "client",
    title: "components of the web app",
    hasTests: true,
    run: (words) => runTestFiles(testFiles("client", words), solid),
  },
  {
    name: "binary",
    title: "the single binary in an empty folder",
    hasTests: true,
    async run(words) {
      await buildBinary();
      return runTestFiles(testFiles("binary", words));
    },
  },
  {
    name: "packed",
    title: "the packed client in an empty folder",
    hasTests: true,
    run: runPackedTests,
  },
  {
    name: "browser",
    title: "the web app in a browser",
    hasTests: true,
    run: runBrowserTests,
  },
];

// The condition `browser` selects Solid's build for browsers; by default Bun selects its build for servers.
const solid = [
  "--conditions=browser",
  "--preload=./src/testing/kit/solid-preload.ts",
];

// oxlint colours its output if it detects continuous integration, even if the output is not a terminal.
const plain = process.stdout.isTTY ? {} : { CI: undefined, NO_COLOR: "1" };

function check(name: string, title: string, args: string[]): Step {
  return {
    name,
    title,
    hasTests: false,
    async run() {
      const exitCode = await runBun(args, plain);
      if (exitCode !== 0) throw new StepFailed(`${title} found faults.`);
      return noTests;
    },
  };
}

async function runPackedTests(words: string[]) {
  const files = testFiles("packed", words);
  if (files.length === 0) return runTestFiles(files);
  await buildSdk();
  await findOrInstallNode();
  const CHROMIUM_PATH = await findOrInstallChromium();
  return runTestFiles(files, [], { CHROMIUM_PATH });
}

async function runBrowserTests(words: string[]) {
  const files = testFiles("browser", words);
  if (files.length === 0) return runTestFiles(files);
  await buildWeb();
  const CHROMIUM_PATH = await findOrInstallChromium();
  return runTestFiles(files, beside, { CHROMIUM_PATH });
}
