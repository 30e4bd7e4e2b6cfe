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

// The content security policy forbids `new Function`, which zod would try.
// Schemas without a message of their own name a rule.
config({ jitless: true, customError: ruleOf });

/** An error in the language of the reader. */
export interface Problem {
  message: string;
  reason?: Reason | undefined;
  /** Lets support find the request in the log. */
  requestId?: string | undefined;
  /** The invalid fields. */
  issues: readonly { path: string; message: string }[];
}

/** An error of the page itself, with a message for its reader. */
export class PageRefusal extends Error {}

/** Describes any thrown value: an error of the server, a missing response, or a failed check of a form. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ZodError)
    return { message: "", issues: error.issues.map(ofForm) };
  if (error instanceof PageRefusal)
    return { message: error.message, issues: [] };
  if (!isTenantryError(error))
    return { message: texts().unforeseen, issues: [] };
  if (!error.data) return { message: texts().unreachable, issues: [] };
  return refusalOf(error.data, error.message);
}

function refusalOf(
  data: NonNullable<TenantryError["data"]>,
  english: string,
): Problem {
  const { reason, requestId } = data;
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

/** A form's schema has shared rules, or texts of the page. */
function ofForm(issue: ZodError["issues"][number]): Problem["issues"][number] {
  const { path, message } = issue;
  return isRule(message)
    ? translated(issueOf(issue))
    : { path: path.join("."), message };
}

function translated(issue: InputIssue): InputIssue {
  return { ...issue, message: errorTexts().ofRule(issue) };
}
