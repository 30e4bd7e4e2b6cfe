import { config, ZodError } from "zod";
import {
  isTenantryError,
  type LastChange,
  type Reason,
} from "../sdk/errors.ts";
import { whoChanged } from "./edits/who-changed.ts";

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
  if (!isTenantryError(error)) return { message: UNFORESEEN, issues: [] };
  if (!error.data) return { message: UNREACHABLE, issues: [] };
  const { reason, requestId, issues = [] } = error.data;
  const message =
    reason === "STALE"
      ? overtaken(error.data)
      : (WORDS[reason] ?? error.message);
  return { message, reason, requestId, issues };
}

/** Wherever a refusal is shown, what it was about is read again. */
function overtaken(change: Partial<LastChange>): string {
  const { changedBy, changedAt } = change;
  if (!changedAt) return `Somebody changed this meanwhile. ${LOOK_AGAIN}`;
  const known = { by: changedBy ?? undefined, at: changedAt };
  return `${whoChanged(known, undefined, Date.now())} ${LOOK_AGAIN}`;
}

/** For what the server says in terms of its own. */
const WORDS: Partial<Record<Reason, string>> = {
  PERMISSION_DENIED:
    "Your role does not allow this. An admin of the organization can change that.",
  NOT_FOUND: "It is not there any more. Somebody may have deleted it.",
};
const LOOK_AGAIN = "Look at what it is now, then try again.";
const UNFORESEEN = "Something went wrong. Try again.";
const UNREACHABLE =
  "The server could not be reached. Check your connection and try again.";

function named(error: ZodError): Problem["issues"] {
  return error.issues.map(({ path, message }) => ({
    path: path.join("."),
    message,
  }));
}
