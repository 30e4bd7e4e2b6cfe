import { keptToken } from "./kept-token";
import { createLinkToken } from "./link-token";

// With the browser: whoever makes an account first comes back by a mail, in another tab.
const link = keptToken("tenantry.join", () => localStorage);

/** The invitation link in hand. A page that forgets it still shows it: only the next page no longer has it. */
export function createJoinToken() {
  const token = createLinkToken(link.read());
  return { token, keep: link.keep, forget: link.forget };
}

/** Whether somebody is on the way to join by a link. */
export function isJoining(): boolean {
  return link.read() !== undefined;
}
