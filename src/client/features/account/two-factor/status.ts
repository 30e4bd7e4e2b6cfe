import { api } from "#client/session/api.ts";

export type Status = Awaited<ReturnType<typeof api.twoFactor.status.query>>;

/**
 * Refetches the two-factor status and the auth context. The status decides whether the user can open an organization
 * that requires 2FA.
 */
export async function refetchStatus(): Promise<void> {
  await Promise.all([
    api.twoFactor.status.invalidate(),
    api.auth.context.invalidate(),
  ]);
}
