import {
  createStoredToken,
  type StoredToken,
  tokenStore,
} from "./stored-token";

const invitation = tokenStore("tenantry.invitation");
// All tabs share the token of an invitation link: a new user returns from the confirmation email in another tab.
const link = tokenStore("tenantry.join", () => localStorage);

export function createInvitationToken(): StoredToken {
  return createStoredToken(invitation);
}

export function storedInvitationToken(): string | undefined {
  return invitation.read();
}

export function createInvitationLinkToken(): StoredToken {
  return createStoredToken(link);
}

export function hasStoredInvitationLink(): boolean {
  return link.read() !== undefined;
}
