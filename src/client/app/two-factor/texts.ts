import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("app/two-factor", {
  notice: {
    label: "Two-factor authentication",
    requires: "requires two-factor authentication from",
    after: "After that you’ll be locked out until you set it up.",
    setUp: "Set up 2FA",
    dismiss: "Hide until next visit",
  },
  blocked: {
    title: (organization: string) =>
      `${organization} requires two-factor authentication`,
    text: "You’re locked out until you set up 2FA. Add an authenticator app or a passkey: it takes about two minutes, and you’ll have access again immediately.",
    kept: "Your work here is kept.",
    others: "You can still switch to your other organizations at the top.",
    setUp: "Set up two-factor authentication",
    leave: "Leave organization…",
  },
});
