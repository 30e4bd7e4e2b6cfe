import type { api } from "../api.ts";

/** The methods with which a user can reauthenticate. */
export type AuthMethods = Pick<
  Awaited<ReturnType<typeof api.twoFactor.status.query>>,
  "hasPassword" | "totp" | "passkeys" | "linkedAccounts"
>;

export type Credential = "password" | "code";

/** Returns the credentials that the user can type, the most common one first. */
export function credentialsOf({
  hasPassword,
  totp,
}: AuthMethods): Credential[] {
  return [
    ...(hasPassword ? ["password" as const] : []),
    ...(totp ? ["code" as const] : []),
  ];
}

/** Returns the methods that are shown as buttons. Providers are shown only to a user without a password. */
export function buttonsFor(methods: AuthMethods, supportsPasskeys: boolean) {
  return {
    passkey: methods.passkeys > 0 && supportsPasskeys,
    providers: methods.hasPassword ? [] : methods.linkedAccounts,
  };
}
