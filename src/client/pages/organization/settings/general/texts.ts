import { catalogue } from "../../../../language/catalogue.ts";

export const TEXTS = catalogue("pages/organization/settings/general", {
  generalFacts: {
    organization: "Organization",
    onlyAdminsCanChange: "Only admins can change these.",
    name: "Name",
    address: "Address",
  },
  nameForm: {
    nameSaved: "Name saved",
    name: "Name",
    shownInTheSwitcher:
      "Shown in the switcher and in the mail to people you invite.",
    upToCharacters: "Up to 100 characters.",
    thereIsNothingTo: "There is nothing to save.",
    save: "Save",
  },
  setting: {
    on: "On",
    off: "Off",
    notSet: "Not set",
  },
  settingsForm: {
    settingsSaved: "Settings saved",
    preferences: "Preferences",
    theyApplyToEverybody: "They apply to everybody.",
    thereIsNothingTo: "There is nothing to save.",
    save: "Save",
  },
  slugForm: {
    addressChanged: "Address changed",
    address: "Address",
    partOfTheAddress: "Part of the address of every page of this organization.",
    oldLinksKeepWorking: "Old links keep working for 90 days.",
    thereIsNothingTo: "There is nothing to save.",
    save: "Save",
    hint: "2 to 48 of a–z, 0–9 and dashes.",
    slug: "Slug",
  },
});
