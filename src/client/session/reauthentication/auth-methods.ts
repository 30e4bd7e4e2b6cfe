import type { api } from "../api.ts";

/** What a person has to prove themselves with. */
export type AuthMethods = Pick<
  Awaited<ReturnType<typeof api.twoFactor.status.query>>,
  "hasPassword" | "totp" | "passkeys" | "identities"
>;

export type Credential = "password" | "code";

/** What can be typed, the usual first. */
export function credentialsOf({
  hasPassword,
  totp,
}: AuthMethods): Credential[] {
  return [
    ...(hasPassword ? ["password" as const] : []),
    ...(totp ? ["code" as const] : []),
  ];
}

/** What can be pressed. Whoever has a password is not sent to another site and back. */
export function buttonsFor(methods: AuthMethods, knowsPasskeys: boolean) {
  return {
    passkey: methods.passkeys > 0 && knowsPasskeys,
    providers: methods.hasPassword ? [] : methods.identities,
  };
}
