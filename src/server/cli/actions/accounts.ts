import { print } from "./attempt";
import { resealSecrets } from "../operator/reseal";
import { resetTwoFactor } from "../operator/reset-two-factor";
import { forgetIssuer } from "../operator/issuers";
import { withSharedDatabase } from "./with-database";

export function resetTwoFactorOf({ email }: { email: string }): Promise<void> {
  return withSharedDatabase(async (db, config) => {
    const removed = await resetTwoFactor(db, config, email);
    const app = removed.totp ? "the authenticator app" : "no authenticator app";
    print(
      `Removed ${app}, passkeys: ${removed.passkeys}, recovery codes: ${removed.recoveryCodes}. All sessions have ended, and the owner gets an email.`,
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
    print(`Encrypted with the current APP_SECRET: ${apps(resealed)}.`);
    if (unreadable === 0) return;
    print(
      `Encrypted with an unknown secret: ${apps(unreadable)}. Set APP_SECRET_PREVIOUS to the former secret.`,
    );
    process.exitCode = 1;
  });
}

function apps(count: number): string {
  return `${count} authenticator ${count === 1 ? "app" : "apps"}`;
}
