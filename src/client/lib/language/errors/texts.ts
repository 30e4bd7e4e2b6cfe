import type { InputIssue } from "#shared/issues.ts";
import { textOf, type Translated, type WireParams } from "#shared/sentences.ts";
import type { Reason, ReasonTexts } from "#sdk/errors.ts";
import { catalogue } from "../catalogue.ts";

/** A refusal by the server, from which the page makes a sentence. */
export interface Refusal {
  reason: Reason;
  params: WireParams;
  /** The English sentence that the server sent. */
  message: string;
}

/** English sentences for errors whose sentence from the server is written for programs, not for people. */
const ENGLISH: Partial<Translated<ReasonTexts>> = {
  INVALID_INPUT: ({ issues }) => issues.map(({ message }) => message).join(" "),
  PERMISSION_DENIED:
    "Your role doesn’t allow this. Ask an admin of the organization for access.",
  NOT_FOUND: "This no longer exists. Someone may have deleted it.",
  OUTCOME_UNKNOWN:
    "The server lost its database connection while saving. Check whether your change was saved before you try again.",
};

export const texts = catalogue("lib/language/errors", {
  ofReason: ({ reason, params, message }: Refusal): string =>
    textOf(ENGLISH[reason] ?? message, params),
  ofRule: ({ message }: InputIssue): string => message,
});
