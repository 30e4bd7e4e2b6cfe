import { problemOf } from "./problem.ts";
import { toast } from "./ui/toast.ts";

/** Says that something did not happen and why: "The role was not changed." */
export function toastProblem(title: string, error: unknown): void {
  const { message, requestId } = problemOf(error);
  toast.error(title, message, requestId);
}
