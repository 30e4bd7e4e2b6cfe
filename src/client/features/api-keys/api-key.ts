import type { RouterOutputs } from "#sdk/index.ts";
import { api } from "#client/session/api.ts";

export type ApiKey = RouterOutputs["apiKeys"]["list"]["items"][number];
/** A key with its secret, which is shown once. */
export type IssuedKey = RouterOutputs["apiKeys"]["create"];
/** A secret to show: of a new key, or of a rotated one. */
export interface ShownSecret extends IssuedKey {
  isRotated: boolean;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const SOON_MS = 14 * DAY_MS;

export function isExpiringSoon({ expiresAt }: ApiKey, now: number): boolean {
  return expiresAt !== null && Date.parse(expiresAt) - now < SOON_MS;
}

/** Returns the end of a key's secret, by which people recognize the key: `"tnt_live_…abcd"`. */
export function endingOf({ last4 }: Pick<ApiKey, "last4">): string {
  return `tnt_live_…${last4}`;
}

/** Refetches the lists of keys, and the service accounts, which show how many keys they have. */
export async function refetchKeys(org: string): Promise<void> {
  await Promise.all([
    api.apiKeys.list.invalidate({ org }),
    api.serviceAccounts.list.invalidate({ org }),
  ]);
}
