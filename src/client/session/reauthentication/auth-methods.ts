import type { api } from "../api.ts";

/** The methods a user can reauthenticate with. */
export type AuthMethods = Pick<
  Awaited<ReturnType<typeof api.twoFactor.status.query>>,
  "hasPassword" | "totp" | "passkeys" | "linkedAccounts"
>;

export type Credential = "password" | "code";

/** The credentials that are typed, the most common first. */
export function credentialsOf({
  hasPassword,
  totp,
}: AuthMethods): Credential[] {
  return [
    ...(hasPassword ? ["password" as const] : []),
    ...(totp ? ["code" as const] : []),
  ];
}

/** The methods that are buttons. A user with a password is not sent to a provider. */
export function buttonsFor(methods: AuthMethods, supportsPasskeys: boolean) {
  return {
    passkey: methods.passkeys > 0 && supportsPasskeys,
    providers: methods.hasPassword ? [] : methods.linkedAccounts,
  };
}
