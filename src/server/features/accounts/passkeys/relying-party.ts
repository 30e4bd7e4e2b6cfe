import type { Config } from "#server/kernel/config/config";

export const RP_NAME = "Tenantry";

/** The host and the origin for WebAuthn. Browsers offer passkeys only on this host, and sign the origin. */
export function relyingParty({ publicUrl }: Pick<Config, "publicUrl">) {
  return { rpId: publicUrl.hostname, origin: publicUrl.origin };
}

/** The user id that an authenticator stores with the passkey. It must not contain personal data. */
export function userHandle(userId: string): string {
  return Buffer.from(userId).toString("base64url");
}
