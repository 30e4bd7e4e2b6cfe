import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/account/avatar", {
  title: "Picture",
  text: "Shown beside your name to the people in your organizations.",
  file: "Picture file",
  save: "Save picture",
  saved: "Your picture was changed",
  removed: "Your picture was removed",
  notSaved: "Your picture was not changed",
  notRemoved: "Your picture was not removed.",
});
