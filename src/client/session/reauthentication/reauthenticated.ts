import { createSignal } from "solid-js";
import { reasonOf } from "#sdk/errors.ts";
import { PageRefusal } from "#client/lib/problem.ts";
import { texts } from "../texts.ts";

interface Question {
  answer(isDone: boolean): void;
}

const [question, setQuestion] = createSignal<Question>();

/** What the dialog has to ask, while somebody waits for it. */
export const pendingReauthentication = question;

/**
 * Runs an action for which the server may want a fresh proof of who this is: asks for it then, and repeats the action.
 *
 * ```ts
 * await reauthenticated(() => remove.mutateAsync({ org, userId }));
 * ```
 */
export async function reauthenticated<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (reasonOf(error) !== "REAUTHENTICATION_REQUIRED") throw error;
    if (!(await mailVerification()))
      throw new PageRefusal(texts().reauthentication.notConfirmed);
    return action();
  }
}

function mailVerification(): Promise<boolean> {
  question()?.answer(false);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  setQuestion({
    answer(isDone) {
      setQuestion(undefined);
      resolve(isDone);
    },
  });
  return promise;
}
