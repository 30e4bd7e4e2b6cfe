import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/organizations/logo", {
  title: "Logo",
  text: "Shown in the switcher and to the people you invite.",
  file: "Logo file",
  save: "Save logo",
  saved: "The logo was changed",
  removed: "The logo was removed",
  notSaved: "The logo was not changed",
  notRemoved: "The logo was not removed.",
});
