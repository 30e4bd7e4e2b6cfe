import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("app/two-factor", {
  notice: {
    label: "Two-factor authentication",
    requires: "requires two-factor authentication from",
    after: "After that you are kept out until your account has it.",
    setUp: "Set it up",
    dismiss: "Hide until I come back",
  },
  keptOut: {
    title: (organization: string) =>
      `${organization} requires two-factor authentication`,
    text: "Your account has no second factor yet, so this organization is closed to you for now. Set up an authenticator app or a passkey: it takes about two minutes, and you are in again at once.",
    kept: "Nothing you have here is lost.",
    others: "Your other organizations are open: switch to one at the top.",
    setUp: "Set up two-factor authentication",
    leave: "Leave organization…",
  },
});
