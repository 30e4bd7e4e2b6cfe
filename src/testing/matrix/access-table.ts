import type { Caller } from "./scenarios";

/**
 * For each procedure and caller: `yes`, or the status and the reason of the refusal. A 403 lists the missing
 * permissions instead of a reason.
 */
const EXPECTED = `
procedure                                | admin                  | member                     | viewer                     | stranger                   | signedOut
auth.signUp                              | yes                    | yes                        | yes                        | yes                        | yes
auth.verifyEmail                         | yes                    | yes                        | yes                        | yes                        | yes
auth.choosePassword                      | yes                    | yes                        | yes                        | yes                        | yes
auth.resendVerification                  | yes                    | yes                        | yes                        | yes                        | yes
auth.signIn                              | yes                    | yes                        | yes                        | yes                        | yes
auth.forgotPassword                      | yes                    | yes                        | yes                        | yes                        | yes
auth.resetPassword                       | yes                    | yes                        | yes                        | yes                        | yes
auth.signOut                             | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
auth.context                             | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
auth.switchOrganization                  | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
auth.reauthenticate                      | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
auth.changePassword                      | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
auth.me                                  | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
auth.updateMe                            | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
auth.sessions                            | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
auth.revokeSession                       | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
auth.revokeOtherSessions                 | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
account.changeEmail                      | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
account.pendingEmail                     | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
account.cancelEmailChange                | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
account.confirmEmail                     | yes                    | yes                        | yes                        | yes                        | 403 SIGN_IN_FIRST
account.setAvatar                        | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
account.removeAvatar                     | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
account.deletion                         | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
account.delete                           | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
account.export                           | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
twoFactor.status                         | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
twoFactor.pending                        | yes                    | yes                        | yes                        | yes                        | yes
twoFactor.signIn                         | yes                    | yes                        | yes                        | yes                        | yes
twoFactor.startTotp                      | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
twoFactor.confirmTotp                    | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
twoFactor.removeTotp                     | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
twoFactor.newRecoveryCodes               | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
passkeys.startSignIn                     | yes                    | yes                        | yes                        | yes                        | yes
passkeys.signIn                          | yes                    | yes                        | yes                        | yes                        | yes
passkeys.list                            | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
passkeys.startRegistration               | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
passkeys.register                        | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
passkeys.rename                          | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
passkeys.remove                          | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
linkedAccounts.providers                 | yes                    | yes                        | yes                        | yes                        | yes
linkedAccounts.startSignIn               | yes                    | yes                        | yes                        | yes                        | yes
linkedAccounts.startLink                 | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
linkedAccounts.startReauthentication     | 400 INVALID_INPUT      | 400 INVALID_INPUT          | 400 INVALID_INPUT          | 400 INVALID_INPUT          | 401 SIGNED_OUT
linkedAccounts.complete                  | 400 PROVIDER_EXPIRED   | 400 PROVIDER_EXPIRED       | 400 PROVIDER_EXPIRED       | 400 PROVIDER_EXPIRED       | 400 PROVIDER_EXPIRED
linkedAccounts.list                      | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
linkedAccounts.unlink                    | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
organizations.list                       | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
organizations.create                     | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
organizations.get                        | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
organizations.settings                   | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
organizations.update                     | yes                    | 403 organization:update    | 403 organization:update    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
organizations.setLogo                    | yes                    | 403 organization:update    | 403 organization:update    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
organizations.removeLogo                 | yes                    | 403 organization:update    | 403 organization:update    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
organizations.delete                     | yes                    | 403 organization:delete    | 403 organization:delete    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
organizations.twoFactor                  | yes                    | 403 organization:update    | 403 organization:update    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
organizations.requireTwoFactor           | yes                    | 403 organization:update    | 403 organization:update    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
organizations.lackingTwoFactor           | yes                    | 403 organization:update    | 403 organization:update    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
organizations.restore                    | yes                    | 404 ORGANIZATION_NOT_FOUND | 404 ORGANIZATION_NOT_FOUND | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
members.list                             | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
members.get                              | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
members.updateRole                       | yes                    | 403 member:update          | 403 member:update          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
members.suspend                          | yes                        | 403 member:update          | 403 member:update          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
members.reactivate                       | yes                        | 403 member:update          | 403 member:update          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
members.remove                           | yes                    | 403 member:remove          | 403 member:remove          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
members.updateMany                       | yes                        | 403 member:update          | 403 member:update          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
invitations.list                         | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
invitations.create                       | yes                    | 403 invitation:create      | 403 invitation:create      | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
invitations.resend                       | yes                    | 403 invitation:create      | 403 invitation:create      | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
invitations.revoke                       | yes                    | 403 invitation:revoke      | 403 invitation:revoke      | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
invitations.preview                      | yes                    | yes                        | yes                        | yes                        | yes
invitations.accept                       | 403 WRONG_ACCOUNT      | 403 WRONG_ACCOUNT          | 403 WRONG_ACCOUNT          | yes                        | 401 SIGNED_OUT
invitations.decline                      | 403 WRONG_ACCOUNT      | 403 WRONG_ACCOUNT          | 403 WRONG_ACCOUNT          | yes                        | 401 SIGNED_OUT
invitations.received                     | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
invitations.acceptReceived               | 404 INVITATION_INVALID | 404 INVITATION_INVALID     | 404 INVITATION_INVALID     | yes                        | 401 SIGNED_OUT
invitations.declineReceived              | 404 INVITATION_INVALID | 404 INVITATION_INVALID     | 404 INVITATION_INVALID     | yes                        | 401 SIGNED_OUT
links.list                               | yes                        | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
links.create                             | yes                        | 403 invitation:create      | 403 invitation:create      | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
links.revoke                             | yes                        | 403 invitation:revoke      | 403 invitation:revoke      | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
links.preview                            | yes                        | yes                        | yes                        | yes                        | yes
links.join                               | yes                        | yes                        | yes                        | yes                        | 401 SIGNED_OUT
domains.list                             | yes                    | 403 organization:update    | 403 organization:update    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
domains.add                              | yes                    | 403 organization:update    | 403 organization:update    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
domains.verify                           | yes                    | 403 organization:update    | 403 organization:update    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
domains.update                           | yes                    | 403 organization:update    | 403 organization:update    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
domains.remove                           | yes                    | 403 organization:update    | 403 organization:update    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
domains.joinable                         | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT
domains.join                             | 404 NOT_FOUND          | 404 NOT_FOUND              | 404 NOT_FOUND              | yes                        | 401 SIGNED_OUT
transfers.offer                          | yes                    | 403 member:update          | 403 member:update          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
transfers.pending                        | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
transfers.cancel                         | yes                    | 404 TRANSFER_INVALID       | 404 TRANSFER_INVALID       | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
transfers.accept                         | 404 TRANSFER_INVALID   | yes                        | 404 TRANSFER_INVALID       | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
transfers.decline                        | 404 TRANSFER_INVALID   | yes                        | 404 TRANSFER_INVALID       | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
roles.list                               | yes                        | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
roles.get                                | yes                        | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
roles.create                             | yes                        | 403 role:manage            | 403 role:manage            | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
roles.update                             | yes                        | 403 role:manage            | 403 role:manage            | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
roles.delete                             | yes                        | 403 role:manage            | 403 role:manage            | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
roles.impact                             | yes                        | 403 role:manage            | 403 role:manage            | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
projects.list                            | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
projects.get                             | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
projects.create                          | yes                    | yes                        | 403 project:create         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
projects.update                          | yes                    | yes                        | 403 project:update         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
projects.delete                          | yes                    | 403 project:delete         | 403 project:delete         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
billing.get                              | yes                        | 403 billing:read           | 403 billing:read           | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
billing.preview                          | yes                        | 403 billing:read           | 403 billing:read           | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
billing.checkout                         | yes                        | 403 billing:manage         | 403 billing:manage         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
billing.startTrial                       | yes                        | 403 billing:manage         | 403 billing:manage         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
billing.change                           | yes                        | 403 billing:manage         | 403 billing:manage         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
billing.cancel                           | yes                        | 403 billing:manage         | 403 billing:manage         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
billing.resume                           | yes                        | 403 billing:manage         | 403 billing:manage         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
billing.portal                           | yes                        | 403 billing:manage         | 403 billing:manage         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
billing.refresh                          | yes                        | 403 billing:manage         | 403 billing:manage         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
billing.invoices                         | yes                        | 403 billing:read           | 403 billing:read           | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
billing.chooseSeats                      | yes                        | 403 billing:manage         | 403 billing:manage         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
usage.get                                | yes                        | 403 billing:read           | 403 billing:read           | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
analytics.get                            | yes                        | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
audit.list                               | yes                        | 403 audit:read             | 403 audit:read             | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
audit.export                             | yes                        | 403 audit:read             | 403 audit:read             | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
audit.retention                          | yes                        | 403 audit:read             | 403 audit:read             | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
audit.verify                             | yes                        | 403 audit:read             | 403 audit:read             | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
projects.delete (the member's own)       | yes                    | yes                        | 403 project:delete         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
account.confirmEmail (somebody else's)   | 403 SIGN_IN_FIRST      | 403 SIGN_IN_FIRST          | 403 SIGN_IN_FIRST          | 403 SIGN_IN_FIRST          | 403 SIGN_IN_FIRST
account.delete (the last admin)          | 409 LAST_ADMIN         | yes                        | yes                        | yes                        | 401 SIGNED_OUT
members.remove (oneself)                 | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
members.remove (an admin)                | yes                    | 403 member:remove          | 403 member:remove          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
members.remove (the last admin)          | 409 LAST_ADMIN         | 403 member:remove          | 403 member:remove          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
members.updateRole (oneself, to admin)   | yes                    | 403 member:update          | 403 member:update          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
members.updateRole (the last admin)      | 409 LAST_ADMIN         | 403 member:update          | 403 member:update          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
invitations.create (of an admin)         | yes                    | 403 invitation:create      | 403 invitation:create      | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
invitations.create (of a member already) | 409 ALREADY_MEMBER     | 403 invitation:create      | 403 invitation:create      | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
invitations.resend (as an admin)         | yes                    | 403 invitation:create      | 403 invitation:create      | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT
`;

/** The heading of the table, and its lines. The first cell of a line is its title. */
export const [heading = [], ...expected] = EXPECTED.trim()
  .split("\n")
  .map((line) => line.split("|").map((text) => text.trim()));

/** Whether the caller can make at least one of the calls of the procedure in the table. */
export function isEverAllowed(path: string, caller: Caller): boolean {
  const column = heading.indexOf(caller);
  return expected.some(
    ([title = "", ...cells]) =>
      title.split(" ", 1)[0] === path && cells[column - 1] === "yes",
  );
}
