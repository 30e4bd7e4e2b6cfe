import { api } from "#client/session/api.ts";
import { rereadStatus } from "../two-factor/status.ts";

export type Passkey = Awaited<
  ReturnType<typeof api.passkeys.list.query>
>["items"][number];

/** There is one more or one less: it may be the first second factor, or have been the last. */
export async function rereadPasskeys(): Promise<void> {
  await Promise.all([api.passkeys.list.invalidate(), rereadStatus()]);
}
