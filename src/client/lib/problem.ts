import { config, ZodError } from "zod";
import { type InputIssue, issueOf, ruleOf } from "#shared/issues.ts";
import { isRule } from "#shared/rules.ts";
import {
  isTenantryError,
  type LastChange,
  type Reason,
  type TenantryError,
} from "#sdk/errors.ts";
import { whoChanged } from "./who-changed.ts";
import { texts as errorTexts } from "./language/errors/texts.ts";
import { texts } from "./texts.ts";

// zod tries `new Function` by default, which the content security policy forbids. If a schema has no message of its
// own, its issues contain the name of a rule as their message.
config({ jitless: true, customError: ruleOf });

/** An error, described in the user's language. */
export interface Problem {
  message: string;
  reason?: Reason | undefined;
  /**
   * The id of the failed request, with which support finds it in the log. Only faults of the server have one: a person
   * needs no support for a refusal such as a full plan.
   */
  requestId?: string | undefined;
  /** Whether no response came, so that the same request may succeed later. */
  isUnreachable?: boolean;
  /** The invalid fields of the input, each with its message. */
  issues: readonly { path: string; message: string }[];
}

/** An error that the page itself raises, with a message for the user. */
export class PageRefusal extends Error {}

/**
 * Describes any thrown value for the user: an error of the server, a missing response, or invalid input in a form.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof ZodError)
    return { message: "", issues: error.issues.map(ofForm) };
  if (error instanceof PageRefusal)
    return { message: error.message, issues: [] };
  if (!isTenantryError(error))
    return { message: texts().unforeseen, issues: [] };
  if (!error.data)
    return { message: texts().unreachable, issues: [], isUnreachable: true };
  return refusalOf(error.data, error.message);
}

function refusalOf(
  data: NonNullable<TenantryError["data"]>,
  english: string,
): Problem {
  const { reason } = data;
  const requestId = data.httpStatus >= 500 ? data.requestId : undefined;
  const issues = (data.issues ?? []).map(translated);
  const params = { ...data.params, issues };
  const message =
    reason === "STALE" && data.changedAt
      ? staleText({ ...data, changedAt: data.changedAt })
      : errorTexts().ofReason({ reason, params, message: english });
  return { message, reason, requestId, issues };
}

function staleText({
  changedBy,
  changedAt,
}: Partial<LastChange> & { changedAt: string }): string {
  const change = { by: changedBy ?? undefined, at: changedAt };
  return `${whoChanged(change, undefined, Date.now())} ${texts().reviewLatest}`;
}

/**
 * Describes an invalid field of a form. The message of the issue is the name of a shared rule, which is translated
 * here, or already a text of the page.
 */
function ofForm(issue: ZodError["issues"][number]): Problem["issues"][number] {
  const { path, message } = issue;
  return isRule(message)
    ? translated(issueOf(issue))
    : { path: path.join("."), message };
}

function translated(issue: InputIssue): InputIssue {
  return { ...issue, message: errorTexts().ofRule(issue) };
}
