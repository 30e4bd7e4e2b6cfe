import { catalogue } from "#client/lib/language/catalogue.ts";
import type { Refusal } from "../texts.ts";

/** The texts of errors that only occur on pages after sign-in. In English, the server sends them. */
export const texts = catalogue("lib/language/errors/inside", {
  ofReason: ({ message }: Refusal): string => message,
});
