import { textOf } from "#shared/sentences.ts";
import type { TranslationOf } from "../catalogue.ts";
import { texts as inside } from "./inside/texts.ts";
import { isReasonOf } from "./is-reason-of.ts";
import { GERMAN_REASONS } from "./german-reasons.ts";
import { GERMAN_RULES } from "./german-rules.ts";
import type { texts } from "./texts.ts";

/**
 * A page that is older than the server may get an error reason or a rule that it does not know. Then it shows the
 * server's English sentence.
 */
const GERMAN: TranslationOf<typeof texts> = {
  ofReason: ({ reason, params, message }) =>
    isReasonOf(GERMAN_REASONS, reason)
      ? textOf(GERMAN_REASONS[reason], params)
      : inside().ofReason({ reason, params, message }),
  ofRule: ({ rule, params, message }) =>
    rule in GERMAN_RULES ? textOf(GERMAN_RULES[rule], params) : message,
};

export default GERMAN;
