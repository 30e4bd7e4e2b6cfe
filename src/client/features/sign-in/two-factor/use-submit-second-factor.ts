import { createFormProblems } from "#client/ui/form-problems.ts";
import { createWait } from "#client/session/wait.ts";
import type { Proof } from "./methods.ts";

export type OnSubmit = (proof: Proof) => Promise<unknown>;

/** Submits a second factor, shows its problems, and waits after too many attempts. */
export function useSubmitSecondFactor(onAnswer: () => OnSubmit) {
  const problems = createFormProblems(["code"], { INVALID_CODE: "code" });
  const wait = createWait();
  /** @returns whether it was correct */
  const give = (proof: () => Proof | Promise<Proof>) =>
    problems.attempt(async () => {
      try {
        await onAnswer()(await proof());
      } catch (error) {
        wait.startAfter(error);
        throw error;
      }
    });
  return { problems, wait, give };
}
