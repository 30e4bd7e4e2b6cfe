import { createSignal, createUniqueId } from "solid-js";
import { type Problem, problemOf } from "#client/lib/problem.ts";
import type { FieldProblem } from "./error-summary.tsx";
import type { Reason } from "#sdk/errors.ts";

export interface FormProblems<Name extends string> {
  /** Returns the id of a field's control. */
  id(field: Name): string;
  /** Returns the error message of a field. */
  at(field: Name): string | undefined;
  /** Returns the problems that belong to no field, for an `ErrorSummary`. */
  general(): FieldProblem[];
  requestId(): string | undefined;
  clear(): void;
  /**
   * Runs a submission and assigns its problems to the fields. Focuses the first invalid field.
   *
   * @returns whether the submission succeeded
   */
  attempt(submit: () => unknown): Promise<boolean>;
}

/**
 * Creates the problems of a form.
 *
 * @param fieldOf the field to which an error reason belongs: `{ SLUG_TAKEN: "slug" }`
 */
export function createFormProblems<Name extends string>(
  fields: readonly Name[],
  fieldOf: Partial<Record<Reason, Name>> = {},
): FormProblems<Name> {
  const [problem, setProblem] = createSignal<Problem>();
  const prefix = createUniqueId();
  const id = (field: Name) => `${prefix}-${field}`;
  const at = (field: Name) => {
    const { reason, message, issues = [] } = problem() ?? {};
    if (reason && fieldOf[reason] === field) return message;
    return issues.find(({ path }) => fieldNamed(path) === field)?.message;
  };
  const fieldNamed = (path: string) => fields.find((name) => isAt(path, name));

  const general = () => {
    const {
      reason,
      message,
      issues = [],
      isUnreachable = false,
    } = problem() ?? {};
    if (!message || (reason && fieldOf[reason])) return [];
    const placeless = issues.filter(({ path }) => !fieldNamed(path));
    if (issues.length === 0)
      return [{ message, ...(isUnreachable && { canRetry: true }) }];
    return placeless.map((issue) => ({ message: issue.message }));
  };

  return {
    id,
    at,
    general,
    requestId: () => problem()?.requestId,
    clear: () => setProblem(undefined),
    async attempt(submit) {
      try {
        await submit();
        setProblem(undefined);
        return true;
      } catch (error) {
        setProblem(problemOf(error));
        const first = fields.find(at);
        if (first) document.getElementById(id(first))?.focus();
        return false;
      }
    },
  };
}

function isAt(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}.`);
}
