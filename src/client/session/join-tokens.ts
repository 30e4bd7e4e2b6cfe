import {
  createStoredToken,
  type StoredToken,
  tokenStore,
} from "./stored-token";

const invitation = tokenStore("tenantry.invitation");
// Shared by all tabs: a new user returns from the confirmation email in another one.
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
