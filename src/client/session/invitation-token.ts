import { keptToken } from "./kept-token";
import { createLinkToken } from "./link-token";

const invitation = keptToken("tenantry.invitation");

/** The invitation in hand. A page that forgets it still shows it: only the next page no longer has it. */
export function createInvitationToken() {
  const token = createLinkToken(invitation.read());
  return { token, keep: invitation.keep, forget: invitation.forget };
}

/** The token of the invitation that this tab is on the way to, if there is one. */
export function invitationInHand(): string | undefined {
  return invitation.read();
}
