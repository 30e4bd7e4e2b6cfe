import { print } from "./attempt";
import { resealSecrets } from "../operator/reseal";
import { resetTwoFactor } from "../operator/reset-two-factor";
import { forgetIssuer } from "../operator/issuers";
import { withSharedDatabase } from "./environment";

export function resetTwoFactorOf({ email }: { email: string }): Promise<void> {
  return withSharedDatabase(async (db, config) => {
    const removed = await resetTwoFactor(db, config, email);
    const app = removed.totp ? "the authenticator app" : "no app";
    print(
      `Removed ${app}, passkeys: ${removed.passkeys}, recovery codes: ${removed.recoveryCodes}. Every session ended, and a mail tells the owner.`,
    );
  });
}

export function forgetIssuerOf({ issuer }: { issuer: string }): Promise<void> {
  return withSharedDatabase(async (db) => {
    const removed = await forgetIssuer(db, issuer);
    print(`Removed linked accounts: ${removed}.`);
  });
}

export function reseal(): Promise<void> {
  return withSharedDatabase(async (db, config) => {
    const { resealed, unreadable } = await resealSecrets(db, config);
    print(`Sealed with the present APP_SECRET: ${apps(resealed)}.`);
    if (unreadable === 0) return;
    print(
      `Sealed under another secret: ${apps(unreadable)}. Set APP_SECRET_PREVIOUS to the secret from before.`,
    );
    process.exitCode = 1;
  });
}

function apps(count: number): string {
  return `${count} authenticator ${count === 1 ? "app" : "apps"}`;
}
