import type { Caller, Program } from "./scenarios";

/**
 * For each procedure and caller: `yes`, or the status and the reason of the refusal. A 403 lists the missing
 * permissions instead of a reason.
 */
const EXPECTED = `
procedure                                | admin                  | member                     | viewer                     | stranger                   | signedOut            | adminKey                 | serviceAccount
auth.signUp                              | yes                    | yes                        | yes                        | yes                        | yes                  | yes                      | yes
auth.verifyEmail                         | yes                    | yes                        | yes                        | yes                        | yes                  | yes                      | yes
auth.choosePassword                      | yes                    | yes                        | yes                        | yes                        | yes                  | 404 VERIFICATION_INVALID | 404 VERIFICATION_INVALID
auth.resendVerification                  | yes                    | yes                        | yes                        | yes                        | yes                  | yes                      | yes
auth.signIn                              | yes                    | yes                        | yes                        | yes                        | yes                  | yes                      | yes
auth.forgotPassword                      | yes                    | yes                        | yes                        | yes                        | yes                  | yes                      | yes
auth.resetPassword                       | yes                    | yes                        | yes                        | yes                        | yes                  | yes                      | yes
auth.signOut                             | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
auth.context                             | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | yes
auth.switchOrganization                  | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
auth.reauthenticate                      | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
auth.changePassword                      | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
auth.me                                  | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
auth.updateMe                            | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
auth.sessions                            | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
auth.revokeSession                       | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
auth.revokeOtherSessions                 | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
account.changeEmail                      | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
account.pendingEmail                     | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
account.cancelEmailChange                | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
account.confirmEmail                     | yes                    | yes                        | yes                        | yes                        | 403 SIGN_IN_FIRST    | 403 SIGN_IN_FIRST        | 403 SIGN_IN_FIRST
account.setAvatar                        | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
account.removeAvatar                     | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
account.deletion                         | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
account.delete                           | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
account.export                           | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
twoFactor.status                         | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
twoFactor.pending                        | yes                    | yes                        | yes                        | yes                        | yes                  | 401 SIGN_IN_EXPIRED      | 401 SIGN_IN_EXPIRED
twoFactor.signIn                         | yes                    | yes                        | yes                        | yes                        | yes                  | 401 SIGN_IN_EXPIRED      | 401 SIGN_IN_EXPIRED
twoFactor.startTotp                      | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
twoFactor.confirmTotp                    | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
twoFactor.removeTotp                     | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
twoFactor.newRecoveryCodes               | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
passkeys.startSignIn                     | yes                    | yes                        | yes                        | yes                        | yes                  | yes                      | yes
passkeys.signIn                          | yes                    | yes                        | yes                        | yes                        | yes                  | 401 INVALID_PASSKEY      | 401 INVALID_PASSKEY
passkeys.list                            | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
passkeys.startRegistration               | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
passkeys.register                        | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
passkeys.rename                          | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
passkeys.remove                          | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
linkedAccounts.providers                 | yes                    | yes                        | yes                        | yes                        | yes                  | yes                      | yes
linkedAccounts.startSignIn               | yes                    | yes                        | yes                        | yes                        | yes                  | yes                      | yes
linkedAccounts.startLink                 | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
linkedAccounts.startReauthentication     | 400 INVALID_INPUT      | 400 INVALID_INPUT          | 400 INVALID_INPUT          | 400 INVALID_INPUT          | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
linkedAccounts.complete                  | 400 PROVIDER_EXPIRED   | 400 PROVIDER_EXPIRED       | 400 PROVIDER_EXPIRED       | 400 PROVIDER_EXPIRED       | 400 PROVIDER_EXPIRED | 400 PROVIDER_EXPIRED     | 400 PROVIDER_EXPIRED
linkedAccounts.list                      | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
linkedAccounts.unlink                    | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
organizations.list                       | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | yes                      | yes
organizations.create                     | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
organizations.checkSlug                  | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
organizations.get                        | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | yes
organizations.settings                   | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | yes
organizations.update                     | yes                    | 403 organization:update    | 403 organization:update    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 organization:update
organizations.setLogo                    | yes                    | 403 organization:update    | 403 organization:update    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 organization:update
organizations.removeLogo                 | yes                    | 403 organization:update    | 403 organization:update    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 organization:update
organizations.delete                     | yes                    | 403 organization:delete    | 403 organization:delete    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
organizations.export                     | yes                    | 403 organization:delete    | 403 organization:delete    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
organizations.twoFactor                  | yes                    | 403 organization:update    | 403 organization:update    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
organizations.requireTwoFactor           | yes                    | 403 organization:update    | 403 organization:update    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
organizations.lackingTwoFactor           | yes                    | 403 organization:update    | 403 organization:update    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
organizations.restore                    | yes                    | 404 ORGANIZATION_NOT_FOUND | 404 ORGANIZATION_NOT_FOUND | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 401 API_KEY_INVALID      | 401 API_KEY_INVALID
members.list                             | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | yes
members.get                              | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | yes
members.updateRole                       | yes                    | 403 member:update          | 403 member:update          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 member:update
members.suspend                          | yes                    | 403 member:update          | 403 member:update          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 member:update
members.reactivate                       | yes                    | 403 member:update          | 403 member:update          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 member:update
members.remove                           | yes                    | 403 member:remove          | 403 member:remove          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 member:remove
members.previewRemoval                   | yes                    | 403 member:remove          | 403 member:remove          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 member:remove
members.updateMany                       | yes                    | 403 member:update          | 403 member:update          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 member:update
people.list                              | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | yes
people.export                            | yes                    | 403 member:update          | 403 member:update          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
people.get                               | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | yes
invitations.list                         | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | yes
invitations.create                       | yes                    | 403 invitation:create      | 403 invitation:create      | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 invitation:create
invitations.resend                       | yes                    | 403 invitation:create      | 403 invitation:create      | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 invitation:create
invitations.copyLink                     | yes                    | 403 invitation:create      | 403 invitation:create      | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
invitations.updateMany                   | yes                    | 403 invitation:create      | 403 invitation:create      | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 invitation:create
invitations.revoke                       | yes                    | 403 invitation:revoke      | 403 invitation:revoke      | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 invitation:revoke
invitations.preview                      | yes                    | yes                        | yes                        | yes                        | yes                  | yes                      | yes
invitations.accept                       | 403 WRONG_ACCOUNT      | 403 WRONG_ACCOUNT          | 403 WRONG_ACCOUNT          | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
invitations.decline                      | 403 WRONG_ACCOUNT      | 403 WRONG_ACCOUNT          | 403 WRONG_ACCOUNT          | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
invitations.received                     | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
invitations.acceptReceived               | 404 INVITATION_INVALID | 404 INVITATION_INVALID     | 404 INVITATION_INVALID     | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
invitations.declineReceived              | 404 INVITATION_INVALID | 404 INVITATION_INVALID     | 404 INVITATION_INVALID     | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
links.list                               | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | yes
links.create                             | yes                    | 403 invitation:create      | 403 invitation:create      | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
links.revoke                             | yes                    | 403 invitation:revoke      | 403 invitation:revoke      | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
links.preview                            | yes                    | yes                        | yes                        | yes                        | yes                  | yes                      | yes
links.join                               | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
domains.list                             | yes                    | 403 organization:update    | 403 organization:update    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 organization:update
domains.add                              | yes                    | 403 organization:update    | 403 organization:update    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
domains.verify                           | yes                    | 403 organization:update    | 403 organization:update    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
domains.update                           | yes                    | 403 organization:update    | 403 organization:update    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
domains.remove                           | yes                    | 403 organization:update    | 403 organization:update    | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
domains.joinable                         | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
domains.join                             | 404 NOT_FOUND          | 404 NOT_FOUND              | 404 NOT_FOUND              | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
transfers.offer                          | yes                    | 403 member:update          | 403 member:update          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
transfers.pending                        | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
transfers.cancel                         | yes                    | 404 TRANSFER_INVALID       | 404 TRANSFER_INVALID       | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
transfers.accept                         | 404 TRANSFER_INVALID   | yes                        | 404 TRANSFER_INVALID       | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
transfers.decline                        | 404 TRANSFER_INVALID   | yes                        | 404 TRANSFER_INVALID       | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
requests.list                            | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
requests.create                          | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
requests.withdraw                        | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
requests.resolve                         | yes                    | 403 member:update          | 403 member:update          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
roles.list                               | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | yes
roles.get                                | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | yes
roles.create                             | yes                    | 403 role:manage            | 403 role:manage            | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
roles.update                             | yes                    | 403 role:manage            | 403 role:manage            | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
roles.delete                             | yes                    | 403 role:manage            | 403 role:manage            | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
roles.impact                             | yes                    | 403 role:manage            | 403 role:manage            | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
projects.list                            | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | yes
projects.get                             | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | yes
projects.create                          | yes                    | yes                        | 403 project:create         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | yes
projects.update                          | yes                    | yes                        | 403 project:update         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | yes
projects.favourite                       | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
projects.unfavourite                     | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
projects.delete                          | yes                    | 403 project:delete         | 403 project:delete         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 project:delete
apiKeys.list                             | yes                    | yes                        | 403 apiKey:own             | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
apiKeys.create                           | yes                    | yes                        | 403 apiKey:own             | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
apiKeys.update                           | yes                    | yes                        | 403 apiKey:own             | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
apiKeys.rotate                           | yes                    | yes                        | 403 apiKey:own             | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
apiKeys.revoke                           | yes                    | yes                        | 404 NOT_FOUND              | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
apiKeys.revokeSelf                       | 403 API_KEY_REQUIRED   | 403 API_KEY_REQUIRED       | 403 API_KEY_REQUIRED       | 403 API_KEY_REQUIRED       | 401 SIGNED_OUT       | yes                      | yes
apiKeys.mine                             | yes                    | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
serviceAccounts.list                     | yes                    | 403 apiKey:manage          | 403 apiKey:manage          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
serviceAccounts.get                      | yes                    | 403 apiKey:manage          | 403 apiKey:manage          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
serviceAccounts.create                   | yes                    | 403 apiKey:manage          | 403 apiKey:manage          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
serviceAccounts.update                   | yes                    | 403 apiKey:manage          | 403 apiKey:manage          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
serviceAccounts.delete                   | yes                    | 403 apiKey:manage          | 403 apiKey:manage          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
serviceAccounts.createKey                | yes                    | 403 apiKey:manage          | 403 apiKey:manage          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
billing.get                              | yes                    | 403 billing:read           | 403 billing:read           | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 billing:read
billing.preview                          | yes                    | 403 billing:read           | 403 billing:read           | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
billing.checkout                         | yes                    | 403 billing:manage         | 403 billing:manage         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
billing.startTrial                       | yes                    | 403 billing:manage         | 403 billing:manage         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
billing.change                           | yes                    | 403 billing:manage         | 403 billing:manage         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
billing.cancel                           | yes                    | 403 billing:manage         | 403 billing:manage         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
billing.resume                           | yes                    | 403 billing:manage         | 403 billing:manage         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
billing.portal                           | yes                    | 403 billing:manage         | 403 billing:manage         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
billing.refresh                          | yes                    | 403 billing:manage         | 403 billing:manage         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
billing.invoices                         | yes                    | 403 billing:read           | 403 billing:read           | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 billing:read
billing.chooseSeats                      | yes                    | 403 billing:manage         | 403 billing:manage         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
usage.get                                | yes                    | 403 billing:read           | 403 billing:read           | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 billing:read
dashboard.get                            | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
analytics.get                            | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | yes
audit.list                               | yes                    | 403 audit:read             | 403 audit:read             | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 audit:read
audit.latest                             | yes                    | 403 audit:read             | 403 audit:read             | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 audit:read
audit.export                             | yes                    | 403 audit:read             | 403 audit:read             | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 KEY_NOT_ALLOWED
audit.retention                          | yes                    | 403 audit:read             | 403 audit:read             | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 audit:read
audit.verify                             | yes                    | 403 audit:read             | 403 audit:read             | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 audit:read
projects.delete (the member's own)       | yes                    | yes                        | 403 project:delete         | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 project:delete
account.confirmEmail (somebody else's)   | 403 SIGN_IN_FIRST      | 403 SIGN_IN_FIRST          | 403 SIGN_IN_FIRST          | 403 SIGN_IN_FIRST          | 403 SIGN_IN_FIRST    | 403 SIGN_IN_FIRST        | 403 SIGN_IN_FIRST
account.delete (the last admin)          | 409 LAST_ADMIN         | yes                        | yes                        | yes                        | 401 SIGNED_OUT       | 401 API_KEY_INVALID      | 403 KEY_NOT_ALLOWED
members.remove (oneself)                 | yes                    | yes                        | yes                        | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 member:remove
members.remove (an admin)                | yes                    | 403 member:remove          | 403 member:remove          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 member:remove
members.remove (the last admin)          | 409 LAST_ADMIN         | 403 member:remove          | 403 member:remove          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 member:remove
members.updateRole (oneself, to admin)   | yes                    | 403 member:update          | 403 member:update          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | yes                      | 403 member:update
members.updateRole (the last admin)      | 409 LAST_ADMIN         | 403 member:update          | 403 member:update          | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 member:update
invitations.create (of an admin)         | yes                    | 403 invitation:create      | 403 invitation:create      | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 invitation:create
invitations.create (of a member already) | 409 ALREADY_MEMBER     | 403 invitation:create      | 403 invitation:create      | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 invitation:create
invitations.resend (as an admin)         | yes                    | 403 invitation:create      | 403 invitation:create      | 404 ORGANIZATION_NOT_FOUND | 401 SIGNED_OUT       | 403 KEY_NOT_ALLOWED      | 403 invitation:create
`;

/** The heading of the table, and its lines. The first cell of a line is its title. */
export const [heading = [], ...expected] = EXPECTED.trim()
  .split("\n")
  .map((line) => line.split("|").map((text) => text.trim()));

/** Whether the caller can make at least one of the calls of the procedure in the table. */
export function isEverAllowed(path: string, caller: Caller | Program): boolean {
  const column = heading.indexOf(caller);
  return expected.some(
    ([title = "", ...cells]) =>
      title.split(" ", 1)[0] === path && cells[column - 1] === "yes",
  );
}
