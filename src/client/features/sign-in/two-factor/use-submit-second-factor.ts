import { createFormProblems } from "#client/ui/form-problems.ts";
import { createWait } from "#client/session/wait.ts";
import type { Proof } from "./methods.ts";

export type OnSubmit = (proof: Proof) => Promise<unknown>;

/** Gives an answer, sorts what is wrong with it, and waits when there were too many. */
export function useSubmitSecondFactor(onAnswer: () => OnSubmit) {
  const problems = createFormProblems(["code"], { INVALID_CODE: "code" });
  const wait = createWait();
  /** @returns whether it was right */
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
