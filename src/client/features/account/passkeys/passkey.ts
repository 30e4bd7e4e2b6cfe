import { api } from "#client/session/api.ts";
import { refetchStatus } from "../two-factor/status.ts";

export type Passkey = Awaited<
  ReturnType<typeof api.passkeys.list.query>
>["items"][number];

/** Refetches the passkeys and the two-factor status, because the first or last passkey changes that status. */
export async function refetchPasskeys(): Promise<void> {
  await Promise.all([api.passkeys.list.invalidate(), refetchStatus()]);
}
