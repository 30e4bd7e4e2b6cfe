import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/organizations/general", {
  generalFacts: {
    organization: "Organization",
    onlyAdmins: "Only admins can change these.",
    name: "Name",
    address: "Address",
  },
  nameForm: {
    nameSaved: "Name saved",
    name: "Name",
    about: "Shown in the switcher and in the mail to people you invite.",
    hint: "Up to 100 characters.",
    nothing: "There is nothing to save.",
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
    forAll: "They apply to everybody.",
    nothing: "There is nothing to save.",
    save: "Save",
  },
  slugForm: {
    addressChanged: "Address changed",
    address: "Address",
    about: "Part of the address of every page of this organization.",
    oldLinks: "Old links keep working for 90 days.",
    nothing: "There is nothing to save.",
    save: "Save",
    hint: "2 to 48 of a–z, 0–9 and dashes.",
    slug: "Slug",
  },
});
