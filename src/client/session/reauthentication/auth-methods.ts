import type { api } from "../api.ts";

/** What a person has to prove themselves with. */
export type Held = Pick<
  Awaited<ReturnType<typeof api.twoFactor.status.query>>,
  "hasPassword" | "totp" | "passkeys" | "identities"
>;

export type ProofField = "password" | "code";

/** What can be typed, the usual first. */
export function fieldsOf({ hasPassword, totp }: Held): ProofField[] {
  return [
    ...(hasPassword ? ["password" as const] : []),
    ...(totp ? ["code" as const] : []),
  ];
}

/** What can be pressed. Whoever has a password is not sent to another site and back. */
export function buttonsOf(has: Held, knowsPasskeys: boolean) {
  return {
    passkey: has.passkeys > 0 && knowsPasskeys,
    providers: has.hasPassword ? [] : has.identities,
  };
}
