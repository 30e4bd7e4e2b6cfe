import type { Translation } from "../catalogue.ts";
import { GERMAN_SENTENCES } from "./german.ts";
import type { TEXTS } from "./texts.ts";

const GERMAN: Translation<typeof TEXTS> = {
  translations: () => GERMAN_SENTENCES,
  untranslated: (sentence) => sentence,
};

export default GERMAN;
