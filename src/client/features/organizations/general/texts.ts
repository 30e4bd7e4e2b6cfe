import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/organizations/general", {
  generalFacts: {
    organization: "Organization",
    onlyAdmins: "Only admins can change these settings.",
    name: "Name",
    url: "URL",
  },
  exportSection: {
    title: "Export",
    text: "Download everything this organization owns: members, roles, projects, service accounts, logo and audit log. An operator can import the file at another installation.",
    hint: "API keys, invitations and billing aren’t included.",
    action: "Download",
    done: "Organization exported",
    failed: "The organization couldn’t be exported",
  },
  nameForm: {
    nameSaved: "Name saved",
    name: "Name",
    about: "Shown in the organization menu and in invitation emails.",
    hint: "Up to 100 characters.",
  },
  setting: {
    on: "On",
    off: "Off",
    notSet: "Not set",
  },
  settingsForm: {
    settingsSaved: "Settings saved",
    preferences: "Preferences",
    forAll: "Applies to all members.",
  },
  slugForm: {
    urlChanged: "URL changed",
    url: "URL",
    about: "Used in every link to this organization.",
    oldLinks: "Old links redirect for 90 days.",
    hint: "2–48 lowercase letters, numbers and dashes.",
    slug: "Slug",
    change: {
      title: "Change the URL?",
      text: "Everyone’s links and bookmarks will redirect for 90 days. After that, another organization can take the old URL.",
      confirm: "Change URL",
    },
  },
});
