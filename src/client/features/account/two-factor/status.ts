import { api } from "#client/session/api.ts";

export type Status = Awaited<ReturnType<typeof api.twoFactor.status.query>>;

/** Also refetches the auth context: an organization that requires 2FA may open or close to the user. */
export async function refetchStatus(): Promise<void> {
  await Promise.all([
    api.twoFactor.status.invalidate(),
    api.auth.context.invalidate(),
  ]);
}
