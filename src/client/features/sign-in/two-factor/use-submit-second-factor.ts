import { createFormProblems } from "#client/ui/form-problems.ts";
import { createWait } from "#client/session/wait.ts";
import type { Proof } from "./methods.ts";

export type SubmitProof = (proof: Proof) => Promise<unknown>;

/** Submits a second factor, shows its problems, and waits after too many attempts. */
export function useSubmitSecondFactor(onSubmit: () => SubmitProof) {
  const problems = createFormProblems(["code"], { INVALID_CODE: "code" });
  const wait = createWait();
  /** @returns whether it was correct */
  const submitProof = (proof: () => Proof | Promise<Proof>) =>
    problems.attempt(async () => {
      try {
        await onSubmit()(await proof());
      } catch (error) {
        wait.startAfter(error);
        throw error;
      }
    });
  return { problems, wait, submitProof };
}
