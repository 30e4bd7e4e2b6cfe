import type { Config } from "#server/kernel/config/config";

export const RP_NAME = "Tenantry";

/** Browsers offer passkeys only on this host, and sign for this origin. */
export function relyingParty({ publicUrl }: Pick<Config, "publicUrl">) {
  return { rpId: publicUrl.hostname, origin: publicUrl.origin };
}

/** The id of the user that authenticators store beside the passkey. It contains no personal data. */
export function userHandle(userId: string): string {
  return Buffer.from(userId).toString("base64url");
}
