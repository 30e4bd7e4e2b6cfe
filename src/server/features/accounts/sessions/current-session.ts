import type { SignedIn } from "#server/core/sessions/sessions";
import type { Context } from "#server/rpc/context";

/** Reads the session of this browser, in a call that does not require a session. A call with an API key has none. */
export async function findCurrentSession({
  services: { sessions },
  request: { bearer, cookieHeader, address, language },
}: Context): Promise<SignedIn | undefined> {
  const token = bearer ? undefined : sessions.readCookie(cookieHeader);
  if (!token) return undefined;
  return sessions.authenticate(token, undefined, {
    address,
    language,
    withVersion: false,
  });
}
