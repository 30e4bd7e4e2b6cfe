import { problemOf } from "#client/lib/problem.ts";
import { texts } from "#client/lib/texts.ts";
import { toast } from "./toast.ts";

/** Shows a toast that says that an action failed and why, or that its outcome is unknown. */
export function toastProblem(title: string, error: unknown): void {
  const { message, reason, requestId } = problemOf(error);
  const isUnknown = reason === "OUTCOME_UNKNOWN";
  toast.error(isUnknown ? texts().mayBeStored : title, message, requestId);
}
