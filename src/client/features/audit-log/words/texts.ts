import { catalogue } from "#client/lib/language/catalogue.ts";
import { formatCount, formatPeriod } from "#client/lib/formats/number.ts";
import { type Part, parts, plain } from "../sentences/sentence-parts.ts";

const members = (count: number) =>
  count === 1 ? "1 member" : `${formatCount(count)} members`;
const article = (word: string) => (/^[aeiou]/i.test(word) ? "an" : "a");
const joinedAs = (role: string) => `joined as ${article(role)} ${role}`;

/** Each sentence continues after the actor's name: "Ana" + "created the project Website". */
export const texts = catalogue("features/audit-log/words", {
  /** Returns a role's label for the middle of a sentence. */
  role: (label: string) => label.toLowerCase(),
  purchase: {
    seats: (plan: string, seats: number) =>
      `${plan} with ${seats === 1 ? "1 seat" : `${seats} seats`}`,
    yearly: (what: string) => `${what}, billed yearly`,
    monthly: (what: string) => `${what}, billed monthly`,
  },
  sentences: {
    projectCreated: (name: string): Part[] =>
      parts`created the project ${name}`,
    projectDeleted: (name: string): Part[] =>
      parts`deleted the project ${name}`,
    projectRenamed: (was: string, is: string): Part[] =>
      parts`renamed the project ${was} to ${is}`,
    projectChanged: (name: string): Part[] =>
      parts`changed the project ${name}`,
    projectFieldChanged: (field: string, name: string): Part[] => [
      ...plain(`changed the ${field.toLowerCase()} of `),
      ...parts`${name}`,
    ],
    projectOwnerChanged: (owner: string, name: string): Part[] =>
      parts`made ${owner} the owner of the project ${name}`,
    projectOwnerRemoved: (name: string): Part[] =>
      parts`removed the owner of the project ${name}`,
    projectArchived: (name: string): Part[] =>
      parts`archived the project ${name}`,
    projectReactivated: (name: string): Part[] =>
      parts`reactivated the project ${name}`,
    suspended: (name: string): Part[] => parts`suspended ${name}`,
    reactivated: (name: string): Part[] => parts`reactivated ${name}`,
    suspendedMany: (count: number): Part[] =>
      parts`suspended ${members(count)}`,
    reactivatedMany: (count: number): Part[] =>
      parts`reactivated ${members(count)}`,
    removedMany: (count: number): Part[] => parts`removed ${members(count)}`,
    rolesChanged: (count: number): Part[] =>
      parts`changed the role of ${members(count)}`,
    ownRoleChanged: (was: string, is: string): Part[] =>
      parts`changed their own role from ${was} to ${is}`,
    roleChanged: (name: string, was: string, is: string): Part[] =>
      parts`changed ${name}’s role from ${was} to ${is}`,
    left: (): Part[] => plain("left the organization"),
    removed: (name: string): Part[] =>
      parts`removed ${name} from the organization`,
    linkCreated: (role: string): Part[] =>
      parts`created an invitation link (${role})`,
    linkRevoked: (): Part[] => plain("revoked an invitation link"),
    roleCreated: (name: string): Part[] => parts`created the role ${name}`,
    roleEdited: (name: string): Part[] => parts`changed the role ${name}`,
    roleDeleted: (name: string): Part[] => parts`deleted the role ${name}`,
    invited: (email: string, role: string): Part[] => [
      ...parts`invited ${email}`,
      ...plain(` as ${article(role)} ${role}`),
    ],
    invitedTwo: (email: string): Part[] =>
      parts`invited ${email} and one other`,
    invitedMany: (email: string, others: number): Part[] =>
      parts`invited ${email} and ${String(others)} others`,
    invitationResent: (email: string): Part[] =>
      parts`resent the invitation to ${email}`,
    invitationRevoked: (email: string): Part[] =>
      parts`revoked the invitation to ${email}`,
    invitationLinkCopied: (email: string): Part[] =>
      parts`copied a link to the invitation to ${email}`,
    invitationsResent: (count: number): Part[] =>
      parts`resent ${count === 1 ? "1 invitation" : `${count} invitations`}`,
    invitationsRevoked: (count: number): Part[] =>
      parts`revoked ${count === 1 ? "1 invitation" : `${count} invitations`}`,
    invitationDeclined: (): Part[] => plain("declined the invitation"),
    joined: (role: string): Part[] => plain(joinedAs(role)),
    joinedByLink: (role: string): Part[] =>
      plain(`${joinedAs(role)} with an invitation link`),
    joinedByDomain: (role: string): Part[] =>
      plain(`${joinedAs(role)} through their email domain`),
    domainAdded: (name: string): Part[] => parts`added the domain ${name}`,
    domainVerified: (name: string): Part[] =>
      parts`verified the domain ${name}`,
    domainRemoved: (name: string): Part[] => parts`removed the domain ${name}`,
    domainLapsed: (name: string): Part[] =>
      parts`marked the domain ${name} as lapsed because its DNS record was missing for a week`,
    domainClosed: (name: string): Part[] =>
      parts`turned off joining through the domain ${name}`,
    domainOpened: (name: string, role: string): Part[] =>
      parts`turned on joining through the domain ${name} as ${role}`,
    transferOffered: (to: string): Part[] =>
      parts`offered their admin role to ${to}`,
    transferAccepted: (from: string): Part[] =>
      parts`took over ${from}’s admin role`,
    transferDeclined: (): Part[] => plain("declined an admin role"),
    transferCancelled: (to: string): Part[] =>
      parts`canceled the transfer of an admin role to ${to}`,
    roleRequested: (): Part[] => plain("asked for a role with more access"),
    seatRequested: (): Part[] => plain("asked for a seat"),
    requestWithdrawn: (): Part[] => plain("canceled an access request"),
    requestDeclined: (of: string): Part[] =>
      parts`declined the access request of ${of}`,
    requestApproved: (of: string): Part[] =>
      parts`approved the access request of ${of}`,
    organizationCreated: (name: string): Part[] =>
      parts`created the organization ${name}`,
    organizationDeleted: (name: string): Part[] =>
      parts`deleted the organization ${name}`,
    organizationRestored: (name: string): Part[] =>
      parts`restored the organization ${name}`,
    logoChanged: (): Part[] => plain("changed the organization’s logo"),
    logoRemoved: (): Part[] => plain("removed the organization’s logo"),
    settingsUnchanged: (): Part[] =>
      plain("saved the organization’s settings without changes"),
    settingsChanged: (): Part[] => plain("changed the organization’s settings"),
    settingChanged: (field: string): Part[] =>
      plain(`changed the organization’s ${field.toLowerCase()}`),
    organizationRenamed: (was: string, is: string): Part[] =>
      parts`renamed the organization ${was} to ${is}`,
    urlChanged: (was: string, is: string): Part[] =>
      parts`changed the URL from /o/${was} to /o/${is}`,
    twoFactorRequired: (day: string): Part[] =>
      parts`required two-factor authentication for all members from ${day}`,
    twoFactorOptional: (): Part[] =>
      plain("stopped requiring two-factor authentication"),
    retentionSet: (days: number | null): Part[] =>
      plain(
        days === null
          ? "set the audit log to be kept forever"
          : `set the audit log to be kept for ${formatPeriod(days)}`,
      ),
    retentionAnnounced: (days: number, day: string): Part[] =>
      plain(
        `notified the admins that the audit log will be kept for ${formatPeriod(days)} from ${day}`,
      ),
    retentionScheduled: (days: number, day: string): Part[] =>
      plain(
        `scheduled the audit log to be kept for ${formatPeriod(days)} from ${day}`,
      ),
    retentionUnscheduled: (): Part[] =>
      plain("canceled the scheduled change of the audit log retention"),
    accountDeleted: (): Part[] =>
      plain("deleted their account and left the organization"),
    checkoutStarted: (): Part[] => plain("started a checkout"),
    trialStarted: (what: string): Part[] => parts`started a trial of ${what}`,
    planChanged: (what: string): Part[] =>
      parts`changed the subscription to ${what}`,
    cancelled: (): Part[] => plain("canceled the subscription"),
    resumed: (): Part[] => plain("resumed the subscription"),
    seatsAssigned: (): Part[] => plain("assigned seats"),
    recordedPaidUntil: (plan: string, day: string): Part[] =>
      parts`recorded that ${plan} is paid until ${day}`,
    recordedCancellation: (): Part[] =>
      plain("recorded that the subscription was canceled"),
    recordedResumption: (): Part[] =>
      plain("recorded that the subscription was resumed"),
    endedUnpaid: (plan: string): Part[] =>
      parts`ended ${plan} because it wasn’t paid`,
    recordedPurchase: (what: string): Part[] =>
      parts`recorded a subscription to ${what}`,
    recordedPayment: (plan: string): Part[] =>
      parts`recorded that ${plan} is paid`,
    recordedTrial: (plan: string): Part[] => parts`recorded a trial of ${plan}`,
    recordedFailure: (): Part[] => plain("recorded that a payment failed"),
    recordedUnpaid: (): Part[] =>
      plain("recorded that the subscription is unpaid"),
    recordedEnd: (): Part[] =>
      plain("recorded that the subscription has ended"),
    planReset: (plan: string): Part[] =>
      parts`set the plan to ${plan} because the payment provider was changed`,
    planKept: (): Part[] =>
      plain("kept the plan and its limits after the payment provider changed"),
    limitsRemoved: (): Part[] =>
      plain("removed all limits because payments were turned off"),
    keyCreated: (name: string): Part[] => parts`created the API key ${name}`,
    keyChanged: (name: string): Part[] => parts`changed the API key ${name}`,
    keyRotated: (name: string): Part[] => parts`rotated the API key ${name}`,
    keyRevoked: (name: string): Part[] => parts`revoked the API key ${name}`,
    serviceAccountCreated: (name: string): Part[] =>
      parts`created the service account ${name}`,
    serviceAccountChanged: (name: string): Part[] =>
      parts`changed the service account ${name}`,
    serviceAccountSuspended: (name: string): Part[] =>
      parts`suspended the service account ${name}`,
    serviceAccountReactivated: (name: string): Part[] =>
      parts`reactivated the service account ${name}`,
    serviceAccountDeleted: (name: string): Part[] =>
      parts`deleted the service account ${name}`,
    serviceAccountTakenOver: (name: string): Part[] =>
      parts`became the steward of the service account ${name}`,
    stewardChanged: (steward: string, name: string): Part[] =>
      parts`made ${steward} the steward of the service account ${name}`,
    unknown: (action: string): Part[] => parts`performed ${action}`,
    rowAdded: (table: string): Part[] =>
      plain(`added to ${table.toLowerCase()}`),
    rowChanged: (table: string): Part[] =>
      plain(`changed in ${table.toLowerCase()}`),
    rowRemoved: (table: string): Part[] =>
      plain(`removed from ${table.toLowerCase()}`),
    rowNamed: (name: string): Part[] => parts`: ${name}`,
    andMore: (count: number): Part[] => parts` and ${String(count)} more`,
  },
  groups: {
    projects: "Projects",
    members: "Members",
    roles: "Roles",
    invitations: "Invitations",
    links: "Invitation links",
    domains: "Domains",
    apiKeys: "API keys and service accounts",
    billing: "Billing",
    organization: "Organization",
    other: "Other",
  },
  actions: {
    "projects.create": "Project created",
    "projects.update": "Project changed",
    "projects.delete": "Project deleted",
    "members.updateRole": "Role changed",
    "members.remove": "Member removed or left",
    "members.suspend": "Member suspended",
    "members.reactivate": "Member reactivated",
    "members.updateMany": "Several members changed",
    "transfers.offer": "Admin transfer offered",
    "transfers.accept": "Admin transfer accepted",
    "transfers.decline": "Admin transfer declined",
    "transfers.cancel": "Admin transfer canceled",
    "requests.create": "Access requested",
    "requests.withdraw": "Access request canceled",
    "requests.resolve": "Access request answered",
    "account.delete": "Account deleted",
    "roles.create": "Role created",
    "roles.update": "Role edited",
    "roles.delete": "Role deleted",
    "invitations.create": "Invitation sent",
    "invitations.resend": "Invitation resent",
    "invitations.copyLink": "Link to an invitation copied",
    "invitations.updateMany": "Several invitations changed",
    "invitations.revoke": "Invitation revoked",
    "invitations.accept": "Invitation accepted by link",
    "invitations.acceptReceived": "Invitation accepted in the account",
    "invitations.decline": "Invitation declined by link",
    "invitations.declineReceived": "Invitation declined in the account",
    "links.create": "Invitation link created",
    "links.revoke": "Invitation link revoked",
    "links.join": "Joined with an invitation link",
    "domains.add": "Domain added",
    "domains.verify": "Domain verified",
    "domains.update": "Joining by domain changed",
    "domains.remove": "Domain removed",
    "domains.lapse": "Domain lapsed",
    "domains.join": "Joined by domain with an existing account",
    "auth.verifyEmail": "Joined by domain at sign-up",
    "auth.choosePassword": "Joined by domain at sign-up in another browser",
    "auth.signIn": "Joined by domain at sign-in",
    "apiKeys.create": "API key created",
    "apiKeys.update": "API key changed",
    "apiKeys.rotate": "API key rotated",
    "apiKeys.revoke": "API key revoked",
    "apiKeys.revokeSelf": "API key revoked by itself",
    "serviceAccounts.create": "Service account created",
    "serviceAccounts.update": "Service account changed",
    "serviceAccounts.delete": "Service account deleted",
    "serviceAccounts.createKey": "API key of a service account created",
    "billing.checkout": "Checkout started",
    "billing.startTrial": "Trial started",
    "billing.change": "Plan or seats changed",
    "billing.cancel": "Subscription canceled",
    "billing.resume": "Subscription resumed",
    "billing.refresh": "Payment status checked",
    "billing.synchronize": "Payment update received",
    "billing.adopt": "Payment provider changed",
    "billing.chooseSeats": "Seats assigned",
    "organizations.create": "Organization created",
    "organizations.update": "Organization changed",
    "organizations.setLogo": "Logo changed",
    "organizations.removeLogo": "Logo removed",
    "organizations.requireTwoFactor": "2FA requirement changed",
    "audit.adjustPeriod": "Audit log retention changed",
    "organizations.delete": "Organization deleted",
    "organizations.restore": "Organization restored",
  },
  kinds: {
    projects: "Project",
    memberships: "Membership",
    invitations: "Invitation",
    organizations: "Organization",
    invitation_links: "Invitation link",
    roles: "Role",
    domains: "Domain",
    subscriptions: "Subscription",
    admin_transfers: "Admin transfer",
    access_requests: "Access request",
    api_keys: "API key",
    service_accounts: "Service account",
  },
  fields: {
    name: "Name",
    description: "Description",
    status: "Status",
    role: "Role",
    email: "Email",
    domain: "Domain",
    domains: "Allowed email domains",
    plan: "Plan",
    seats: "Seats",
    permissions: "Permissions",
    basedOn: "Based on",
    suspendedAt: "Suspended",
    revokedAt: "Revoked",
    keepsSeat: "Keeps a seat",
    uses: "Uses",
    maxUses: "Maximum uses",
    slug: "Slug",
    logoUrl: "Logo",
    userId: "Member",
    joinedAt: "Joined",
    invitedBy: "Invited by",
    acceptedBy: "Accepted by",
    notSentAt: "Not sent",
    linkCopiedAt: "Link copied",
    kind: "Kind",
    permission: "Permission",
    privateMessage: "Personal message",
    auditRetentionDays: "Audit log retention (days)",
    nextAuditRetentionDays: "Next audit log retention (days)",
    nextAuditRetentionFrom: "Audit log retention changes",
    auditNoticeSentAt: "Admins notified",
    createdBy: "Created by",
    ownerId: "Owner",
    createdAt: "Created",
    deletedAt: "Deleted",
    fromUserId: "From",
    toUserId: "To",
    roleAfter: "New role of the previous admin",
    verifiedAt: "Verified",
    checkedAt: "DNS record last found",
    expiresAt: "Expires",
    twoFactorRequiredFrom: "2FA required from",
    projectLimit: "Project limit",
    roleLimit: "Custom role limit",
    isFrozen: "Read-only",
    subscriptionId: "Subscription ID",
    interval: "Billing period",
    periodEndsAt: "Paid until",
    trialEndsAt: "Trial ends",
    trialUsedAt: "Trial started",
    cancelsAtPeriodEnd: "Cancels at period end",
    pastDueSince: "Past due since",
    scopes: "Permissions",
    last4: "Last four characters",
    graceUntil: "Previous secret works until",
    lifetimeDays: "Lifetime (days)",
    lastUsedAt: "Last used",
    issuedBy: "Secret issued to",
    serviceAccountId: "Service account",
    stewardId: "Steward",
    createdByAccount: "Created by",
    invitedByAccount: "Invited by",
    serviceAccountLimit: "Service account limit",
  },
  values: {
    yes: "Yes",
    no: "No",
    active: "Active",
    archived: "Archived",
    pending: "Pending",
    accepted: "Accepted",
    declined: "Declined",
    revoked: "Revoked",
    cancelled: "Canceled",
    trialing: "Trial",
    past_due: "Past due",
    unpaid: "Unpaid",
  },
});
