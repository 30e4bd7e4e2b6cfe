import type { FormProblems } from "../form-problems.ts";
import { toast } from "../toast.ts";

export interface SaverOptions {
  problems: Pick<FormProblems<string>, "attempt">;
  /** Returns the message after saving: "Planner saved". */
  saved: () => string;
  onSaved?: (() => void) | undefined;
  /**
   * Called when saving starts. Returns a function that refetches the data afterwards, so that it refetches the data of
   * the organization in which saving started.
   */
  refetchLater: () => () => unknown;
}

/**
 * Returns a function that runs one of the two functions that save edits, and shows its problems in the form. After a
 * failure it refetches the data, too, because the shown data may be old.
 */
export function createSaver(options: SaverOptions) {
  return async (save: () => Promise<boolean>): Promise<void> => {
    const refetch = options.refetchLater();
    await options.problems.attempt(async () => {
      if (!(await save())) return;
      const message = options.saved();
      options.onSaved?.();
      toast.success(message);
    });
    void refetch();
  };
}
