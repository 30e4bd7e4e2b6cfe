import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/account/data", {
  title: "Your data",
  description: "Export your data or delete your account.",
  export: {
    title: "Export your data",
    text: "Download everything we store about you: profile, picture, sessions, sign-in methods, memberships, invitations, projects you created and your actions.",
    hint: "JSON file. Passwords and keys aren’t included.",
    action: "Download",
    done: "Your data was downloaded",
    failed: "Your data couldn’t be downloaded",
    file: (day: string) => `tenantry-account-${day}.json`,
  },
  deletion: {
    title: "Delete account",
    text: "Your profile, picture, sessions and sign-in methods will be permanently deleted. Your actions remain in your organizations’ audit logs.",
    organizations: "What happens to your organizations",
    none: "You aren’t a member of any organization.",
    hint: "You’ll be asked to type your email address.",
    blocked:
      "First make someone else an admin of the organizations where you’re the last one.",
    action: "Delete account…",
    leave: {
      label: "You’ll leave",
      text: "Other members keep their access.",
    },
    lastAdmin: {
      label: "Action needed",
      text: "You’re the last admin.",
      link: "Make someone else an admin",
    },
    deleted: {
      label: "Will be deleted",
      text: "You’re the only member.",
    },
    alreadyDeleted: "Already deleted. No one else could restore it.",
    confirmTitle: "Permanently delete your account?",
    confirm: "Delete account",
    irreversible:
      "Everything only you have access to will be deleted immediately. You can’t undo this.",
    left: (names: string) => `You’ll leave ${names}.`,
    gone: (names: string) =>
      `${names} will be permanently deleted with all its content.`,
  },
});
