/** What the audit log calls the ways of becoming a member; each adds one. */
export const JOIN_ACTIONS = [
  "auth.choosePassword",
  "auth.signIn",
  "auth.signUp",
  "auth.verifyEmail",
  "domains.join",
  "identities.complete",
  "invitations.accept",
  "invitations.acceptReceived",
  "links.join",
  "organizations.create",
] as const;

/** What the audit log calls the ways in which a membership gets the role it has. */
export const ROLE_ACTIONS = [
  ...JOIN_ACTIONS,
  "members.updateMany",
  "members.updateRole",
  "roles.delete",
  "transfers.accept",
] as const;
