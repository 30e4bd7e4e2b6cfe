import { createFormProblems } from "#client/ui/form-problems.ts";
import { createWait } from "#client/session/wait.ts";
import type { SecondFactorInput } from "./methods.ts";

export type SubmitSecondFactor = (input: SecondFactorInput) => Promise<unknown>;

/** Submits a second factor, shows its problems, and waits after too many attempts. */
export function useSubmitSecondFactor(onSubmit: () => SubmitSecondFactor) {
  const problems = createFormProblems(["code"], { INVALID_CODE: "code" });
  const wait = createWait();
  /** @returns whether it was correct */
  const submit = (
    input: () => SecondFactorInput | Promise<SecondFactorInput>,
  ) =>
    problems.attempt(async () => {
      try {
        await onSubmit()(await input());
      } catch (error) {
        wait.startAfter(error);
        throw error;
      }
    });
  return { problems, wait, submit };
}
