/** The actions in the audit log that add a member. */
export const JOIN_ACTIONS = [
  "auth.choosePassword",
  "auth.signIn",
  "auth.signUp",
  "auth.verifyEmail",
  "domains.join",
  "linkedAccounts.complete",
  "invitations.accept",
  "invitations.acceptReceived",
  "links.join",
  "organizations.create",
] as const;

/** The actions in the audit log that give a member a role. */
export const ROLE_ACTIONS = [
  ...JOIN_ACTIONS,
  "members.updateMany",
  "members.updateRole",
  "requests.resolve",
  "roles.delete",
  "transfers.accept",
] as const;
