import { config, ZodError } from "zod";
import { isTenantryError, type LastChange, type Reason } from "#sdk/errors.ts";
import { whoChanged } from "./who-changed.ts";
import { translateServerMessage } from "./language/translate-server-message.ts";
import { texts } from "./texts.ts";

// The content security policy forbids `new Function`, which zod would try.
config({ jitless: true });

/** What went wrong, in words for the person who reads the page. */
export interface Problem {
  message: string;
  reason?: Reason | undefined;
  /** Lets support find what happened. */
  requestId?: string | undefined;
  /** The wrong fields, by their names. */
  issues: readonly { path: string; message: string }[];
}

/** A refusal of the page itself, with a message for its reader. */
export class PageRefusal extends Error {}

/** Translates whatever was thrown: a refusal of the server, no answer at all, a form's own check. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ZodError) return { message: "", issues: named(error) };
  if (error instanceof PageRefusal)
    return { message: error.message, issues: [] };
  if (!isTenantryError(error))
    return { message: texts().unforeseen, issues: [] };
  if (!error.data) return { message: texts().unreachable, issues: [] };
  const { reason, requestId, issues = [] } = error.data;
  const message =
    reason === "STALE"
      ? overtaken(error.data)
      : (wordsFor(reason) ?? translateServerMessage(error.message));
  return {
    message,
    reason,
    requestId,
    issues: issues.map((issue) => ({
      ...issue,
      message: translateServerMessage(issue.message),
    })),
  };
}

/** Wherever a refusal is shown, what it was about is read again. */
function overtaken(change: Partial<LastChange>): string {
  const { changedBy, changedAt } = change;
  if (!changedAt) return `${texts().changedMeanwhile} ${texts().lookAgain}`;
  const known = { by: changedBy ?? undefined, at: changedAt };
  return `${whoChanged(known, undefined, Date.now())} ${texts().lookAgain}`;
}

/** For what the server says in terms of its own. */
function wordsFor(reason: Reason): string | undefined {
  if (reason === "PERMISSION_DENIED") return texts().denied;
  if (reason === "OUTCOME_UNKNOWN") return texts().lookFirst;
  return reason === "NOT_FOUND" ? texts().gone : undefined;
}

function named(error: ZodError): Problem["issues"] {
  return error.issues.map(({ path, message }) => ({
    path: path.join("."),
    message: translateServerMessage(message),
  }));
}
