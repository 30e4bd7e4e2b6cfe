import { api } from "#client/session/api.ts";
import { refetchStatus } from "../two-factor/status.ts";

export type Passkey = Awaited<
  ReturnType<typeof api.passkeys.list.query>
>["items"][number];

/** Also refetches the two-factor status: the first or last passkey changes it. */
export async function refetchPasskeys(): Promise<void> {
  await Promise.all([api.passkeys.list.invalidate(), refetchStatus()]);
}
