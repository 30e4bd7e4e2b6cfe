import { problemOf } from "#client/lib/problem.ts";
import { texts } from "#client/lib/texts.ts";
import { toast } from "./toast.ts";

/** Says that something did not happen and why: "The role was not changed." Or that it is not known whether it did. */
export function toastProblem(title: string, error: unknown): void {
  const { message, reason, requestId } = problemOf(error);
  const isUnknown = reason === "OUTCOME_UNKNOWN";
  toast.error(isUnknown ? texts().mayBeStored : title, message, requestId);
}
