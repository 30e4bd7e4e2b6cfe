import { defineCommand } from "citty";
import { resealSecrets } from "./operator/reseal";
import { resetTwoFactor } from "./operator/reset-two-factor";
import { forgetIssuer } from "./operator/settle-issuers";
import { attempt, say, withSharedDatabase } from "./command";

export const resetTwoFactorCommand = defineCommand({
  meta: {
    description:
      "Remove the second factor of somebody who lost it and their recovery codes; the server may go on running",
  },
  args: {
    email: {
      type: "positional",
      required: true,
      description: "The address they sign in with",
    },
  },
  run: ({ args }) =>
    attempt(() =>
      withSharedDatabase(async (db, config) => {
        const removed = await resetTwoFactor(db, config, args.email);
        const app = removed.totp ? "the authenticator app" : "no app";
        say(
          `Removed ${app}, passkeys: ${removed.passkeys}, recovery codes: ${removed.recoveryCodes}. Every session ended, and a mail tells the owner.`,
        );
      }),
    ),
});

export const forgetIssuerCommand = defineCommand({
  meta: {
    description:
      "Remove the linked accounts of a sign-in provider that was replaced by another one; their users choose a password by mail",
  },
  args: {
    issuer: {
      type: "positional",
      required: true,
      description: "The address of the provider, as the refused start names it",
    },
  },
  run: ({ args }) =>
    attempt(() =>
      withSharedDatabase(async (db) => {
        const removed = await forgetIssuer(db, args.issuer);
        say(`Removed linked accounts: ${removed}.`);
      }),
    ),
});

export const resealCommand = defineCommand({
  meta: {
    description:
      "Seal the secrets of authenticator apps with the present APP_SECRET, after it was changed; the server may go on running",
  },
  run: () =>
    attempt(() =>
      withSharedDatabase(async (db, config) => {
        const { resealed, unreadable } = await resealSecrets(db, config);
        say(`Sealed with the present APP_SECRET: ${apps(resealed)}.`);
        if (unreadable === 0) return;
        say(
          `Sealed under another secret: ${apps(unreadable)}. Set APP_SECRET_PREVIOUS to the secret from before.`,
        );
        process.exitCode = 1;
      }),
    ),
});

function apps(count: number): string {
  return `${count} authenticator ${count === 1 ? "app" : "apps"}`;
}
