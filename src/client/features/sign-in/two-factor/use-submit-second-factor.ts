import { createFormProblems } from "#client/ui/form-problems.ts";
import { createWait } from "#client/session/wait.ts";
import type { SecondFactorInput } from "./methods.ts";

export type SubmitSecondFactor = (input: SecondFactorInput) => Promise<unknown>;

/** Submits a second factor and shows its errors. After too many attempts the form waits. */
export function useSubmitSecondFactor(onSubmit: () => SubmitSecondFactor) {
  const problems = createFormProblems(["code"], { INVALID_CODE: "code" });
  const wait = createWait();
  /** @returns whether the second factor was correct */
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
