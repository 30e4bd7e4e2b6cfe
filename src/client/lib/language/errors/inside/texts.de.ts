import { textOf } from "#shared/sentences.ts";
import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { isReasonOf } from "../is-reason-of.ts";
import { GERMAN_REASONS_INSIDE } from "./german-reasons.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  ofReason: ({ reason, params, message }) =>
    isReasonOf(GERMAN_REASONS_INSIDE, reason)
      ? textOf(GERMAN_REASONS_INSIDE[reason], params)
      : message,
};

export default GERMAN;
