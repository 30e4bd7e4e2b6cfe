import { StepFailed } from "./run.ts";
import { testFiles } from "./test-files.ts";
import { type Step, steps } from "./test-steps.ts";

/**
 * Chooses what `test` runs: without arguments everything, with the names of steps (`test unit lint`) these steps, with
 * a word (`test invitations`) the test files whose path contains it. Names and words can be combined: `test browser
 * sign-in`.
 */
export function choose(args: string[]): { steps: Step[]; words: string[] } {
  const words = args.filter((arg) => !steps.some((step) => step.name === arg));
  const named = steps.filter((step) => args.includes(step.name));
  if (words.length === 0) return { steps: args.length ? named : steps, words };
  const candidates = named.length > 0 ? named : steps;
  const found = candidates.filter((step) => holdsTests(step, words));
  if (found.length === 0) throw new StepFailed(unknown(words));
  return { steps: found, words };
}

function holdsTests(step: Step, words: string[]) {
  return step.hasTests && testFiles(step.name, words).length > 0;
}

function unknown(words: string[]) {
  const names = steps.map((step) => step.name).join(", ");
  return `No step and no test file is called ${words.join(" ")}. The steps are: ${names}.`;
}
