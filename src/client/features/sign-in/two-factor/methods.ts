import type { api } from "#client/session/api.ts";

export type Method = Awaited<
  ReturnType<typeof api.twoFactor.pending.query>
>["methods"][number];

export type SecondFactorInput = Parameters<
  typeof api.twoFactor.signIn.mutate
>[0];

/** Returns the two-factor method to show first: the most common method that the user has and the browser supports. */
export function defaultMethod(
  methods: readonly Method[],
  supportsPasskeys: boolean,
): Method {
  if (methods.includes("totp")) return "totp";
  if (methods.includes("passkey") && supportsPasskeys) return "passkey";
  return methods.includes("recoveryCode") ? "recoveryCode" : "passkey";
}
