import type { FormProblems } from "../form-problems.ts";
import { toast } from "../toast.ts";

export interface SaverOptions {
  problems: Pick<FormProblems<string>, "attempt">;
  /** Asks the user before the values are saved. Nothing is saved if the answer is false. */
  confirm?: () => boolean | Promise<boolean>;
  /** Returns the message after saving: "Planner saved". */
  saved: () => string;
  onSaved?: () => unknown;
  /**
   * Called when saving starts. Returns a function that refetches the data afterwards, also after a failure, because the
   * shown data may be old. It refetches the data of the organization in which saving started.
   */
  refetchLater?: () => () => unknown;
}

/** Returns a function that runs one of the two functions that save edits, and shows its problems in the form. */
export function createSaver(options: SaverOptions) {
  return async (save: () => Promise<boolean>): Promise<void> => {
    const refetch = options.refetchLater?.();
    await options.problems.attempt(async () => {
      if (options.confirm && !(await options.confirm())) return;
      if (!(await save())) return;
      const message = options.saved();
      // A dialog closes before the message, because it hides the message from screen readers.
      const following = options.onSaved?.();
      toast.success(message);
      await following;
    });
    void refetch?.();
  };
}
