import { createSignal } from "solid-js";
import { reasonOf } from "#sdk/errors.ts";
import { PageRefusal } from "#client/lib/problem.ts";
import { texts } from "./texts.ts";

interface Reauthentication {
  answer(isDone: boolean): void;
}

const [pending, setPending] = createSignal<Reauthentication>();

/** The reauthentication for which an action is waiting, if any. */
export const pendingReauthentication = pending;

/**
 * Runs an action. If the server requires reauthentication, asks the user for it and runs the action again.
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
    if (!(await askUser()))
      throw new PageRefusal(texts().reauthentication.notConfirmed);
    return action();
  }
}

function askUser(): Promise<boolean> {
  pending()?.answer(false);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  setPending({
    answer(isDone) {
      setPending(undefined);
      resolve(isDone);
    },
  });
  return promise;
}
