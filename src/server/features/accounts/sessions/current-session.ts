import type { SignedIn } from "#server/core/sessions/sessions";
import type { Context } from "#server/rpc/context";

/** Reads the session of this browser in a call that needs none. A call with an API key has no browser. */
export async function findCurrentSession({
  services: { sessions },
  request: { bearer, cookieHeader, address },
}: Context): Promise<SignedIn | undefined> {
  const token = bearer ? undefined : sessions.readCookie(cookieHeader);
  if (!token) return undefined;
  return sessions.authenticate(token, undefined, {
    address,
    forMutation: false,
  });
}
