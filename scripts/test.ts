import { installDependencies } from "./install.ts";
import { finish, seconds, StepFailed } from "./run.ts";
import { choose } from "./test-choice.ts";
import { noTests, type Tally } from "./test-files.ts";
import type { Step } from "./test-steps.ts";

interface Outcome extends Tally {
  name: string;
  isOk: boolean;
  duration: string;
}

await finish(async () => {
  const { steps, words } = choose(process.argv.slice(2));
  await installDependencies();
  const outcomes: Outcome[] = [];
  for (const step of steps) outcomes.push(await runStep(step, words));
  return report(outcomes, steps);
});

async function runStep(step: Step, words: string[]): Promise<Outcome> {
  const started = performance.now();
  console.log(`\n━━ ${step.name}: ${step.title}`);
  const tally = await attempt(step, words);
  const isOk = tally !== undefined && tally.failed === 0;
  const duration = seconds(started);
  console.log(`━━ ${step.name} ${isOk ? "passed" : "FAILED"} in ${duration}`);
  return { name: step.name, isOk, duration, ...(tally ?? noTests) };
}

async function attempt(step: Step, words: string[]) {
  try {
    return await step.run(words);
  } catch (error) {
    console.error(error instanceof StepFailed ? error.message : error);
    return undefined;
  }
}

function report(outcomes: Outcome[], steps: Step[]) {
  const failed = outcomes.filter((outcome) => !outcome.isOk);
  console.log("");
  for (const { name, isOk, duration } of outcomes) {
    console.log(
      `${isOk ? "✓" : "✗"} ${name.padEnd(8)} ${duration.padStart(8)}`,
    );
  }
  if (failed[0]) {
    console.log(`\nRun one again: npx bun run test ${failed[0].name}`);
  }
  const count = printClosingLine(outcomes);
  const shouldHaveTested = steps.some((step) => step.hasTests);
  return failed.length > 0 || (shouldHaveTested && count === 0) ? 1 : 0;
}

// Continuous integration parses the last line: "12 passed, 0 failed", with ", 1 skipped" if a test was skipped.
function printClosingLine(outcomes: Outcome[]) {
  const total = { ...noTests };
  for (const outcome of outcomes) {
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    total.skipped += outcome.skipped;
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.passed + total.failed;
}
