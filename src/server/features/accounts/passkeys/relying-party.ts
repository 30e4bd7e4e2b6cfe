import type { Config } from "#server/kernel/config/config";

export const RP_NAME = "Tenantry";

/** Where passkeys are good: browsers offer them on this host alone, and sign for this origin. */
export function relyingParty({ publicUrl }: Pick<Config, "publicUrl">) {
  return { rpId: publicUrl.hostname, origin: publicUrl.origin };
}

/** What an authenticator keeps beside the key to know whose it is: it tells nobody else who that is. */
export function userHandle(userId: string): string {
  return Buffer.from(userId).toString("base64url");
}
