import { api } from "#client/session/api.ts";

export type Status = Awaited<ReturnType<typeof api.twoFactor.status.query>>;

/** What the person signs in with has changed; an organization that waits for a second factor may open or close. */
export async function rereadStatus(): Promise<void> {
  await Promise.all([
    api.twoFactor.status.invalidate(),
    api.auth.context.invalidate(),
  ]);
}
