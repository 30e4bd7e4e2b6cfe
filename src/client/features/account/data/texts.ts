import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/account/data", {
  title: "Your data",
  description: "Take a copy with you, or delete your account.",
  export: {
    title: "Export your data",
    text: "One file with everything kept about you: profile, picture, sessions, ways to sign in, memberships, invitations, projects you made, and what you did.",
    hint: "A JSON file. No passwords or keys are in it.",
    action: "Download",
    done: "Your data was downloaded",
    failed: "Your data was not downloaded",
    file: (day: string) => `tenantry-account-${day}.json`,
  },
  deletion: {
    title: "Delete your account",
    text: "Your profile, picture, sessions and ways to sign in are deleted for good, at once. What you did stays in the audit logs of your organizations.",
    organizations: "What happens to your organizations",
    none: "You are in no organization.",
    hint: "You will be asked to type your address.",
    blocked: "First hand over the organizations whose last admin you are.",
    action: "Delete account…",
    leave: { label: "You leave", text: "The others go on without you." },
    lastAdmin: {
      label: "Hand over first",
      text: "You are the last admin.",
      link: "Make somebody else an admin",
    },
    goes: {
      label: "Deleted for good",
      text: "Nobody else is in it.",
    },
    goesDeleted: "It was deleted before; nobody else could restore it.",
    ask: "Delete your account for good?",
    confirm: "Delete account",
    undone:
      "Everything that is yours alone is deleted at once. This cannot be undone.",
    left: (names: string) => `You leave ${names}.`,
    gone: (names: string) =>
      `${names} will be deleted with everything in it, for good.`,
  },
});
