import type { TranslationOf } from "../catalogue.ts";
import { GERMAN_SENTENCES } from "./german.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  translations: () => GERMAN_SENTENCES,
  untranslated: (sentence) => sentence,
};

export default GERMAN;
