import { catalogue } from "#client/lib/language/catalogue.ts";
import { formatCount, formatPeriod } from "#client/lib/formats/number.ts";
import { type Part, plain, say } from "../sentence-parts.ts";

const members = (count: number) =>
  count === 1 ? "1 member" : `${formatCount(count)} members`;
const article = (word: string) => (/^[aeiou]/i.test(word) ? "an" : "a");
const joinedAs = (role: string) => `joined as ${article(role)} ${role}`;

/** What somebody did follows their name; what the log tells of has names of its own. */
export const texts = catalogue("features/audit-log/words", {
  /** A role's label, as it stands inside a sentence. */
  role: (label: string) => label.toLowerCase(),
  purchase: {
    seats: (plan: string, seats: number) =>
      `${plan} with ${seats === 1 ? "1 seat" : `${seats} seats`}`,
    yearly: (what: string) => `${what}, paid yearly`,
    monthly: (what: string) => `${what}, paid monthly`,
  },
  sentences: {
    projectCreated: (name: string): Part[] => say`created the project ${name}`,
    projectDeleted: (name: string): Part[] => say`deleted the project ${name}`,
    projectRenamed: (was: string, is: string): Part[] =>
      say`renamed the project ${was} to ${is}`,
    projectChanged: (name: string): Part[] => say`changed the project ${name}`,
    projectFieldChanged: (field: string, name: string): Part[] => [
      ...plain(`changed the ${field.toLowerCase()} of `),
      ...say`${name}`,
    ],
    projectArchived: (name: string): Part[] =>
      say`archived the project ${name}`,
    projectReactivated: (name: string): Part[] =>
      say`reactivated the project ${name}`,
    suspended: (name: string): Part[] => say`suspended ${name}`,
    letInAgain: (name: string): Part[] => say`let ${name} in again`,
    suspendedMany: (count: number): Part[] => say`suspended ${members(count)}`,
    letManyInAgain: (count: number): Part[] =>
      say`let ${members(count)} in again`,
    removedMany: (count: number): Part[] => say`removed ${members(count)}`,
    rolesChanged: (count: number): Part[] =>
      say`changed the role of ${members(count)}`,
    ownRoleChanged: (was: string, is: string): Part[] =>
      say`changed their own role from ${was} to ${is}`,
    roleChanged: (name: string, was: string, is: string): Part[] =>
      say`changed ${name}’s role from ${was} to ${is}`,
    left: (): Part[] => say`left the organization`,
    removed: (name: string): Part[] =>
      say`removed ${name} from the organization`,
    linkMade: (role: string): Part[] =>
      say`made an invitation link for ${role}`,
    linkRevoked: (): Part[] => say`revoked an invitation link`,
    roleMade: (name: string): Part[] => say`made the role ${name}`,
    roleEdited: (name: string): Part[] => say`changed the role ${name}`,
    roleDeleted: (name: string): Part[] => say`deleted the role ${name}`,
    invited: (email: string, role: string): Part[] => [
      ...say`invited ${email}`,
      ...plain(` as ${article(role)} ${role}`),
    ],
    invitedTwo: (email: string): Part[] => say`invited ${email} and one other`,
    invitedMany: (email: string, others: number): Part[] =>
      say`invited ${email} and ${String(others)} others`,
    invitationResent: (email: string): Part[] =>
      say`sent the invitation of ${email} again`,
    invitationRevoked: (email: string): Part[] =>
      say`revoked the invitation of ${email}`,
    invitationDeclined: (): Part[] => say`declined the invitation`,
    joined: (role: string): Part[] => plain(joinedAs(role)),
    joinedByLink: (role: string): Part[] =>
      plain(`${joinedAs(role)} by a link`),
    joinedByDomain: (role: string): Part[] =>
      plain(`${joinedAs(role)} by the domain of their address`),
    domainAdded: (name: string): Part[] => say`added the domain ${name}`,
    domainVerified: (name: string): Part[] => say`verified the domain ${name}`,
    domainRemoved: (name: string): Part[] => say`removed the domain ${name}`,
    domainLapsed: (name: string): Part[] =>
      say`gave up the domain ${name}: its record was gone for a week`,
    domainClosed: (name: string): Part[] =>
      say`let nobody join by the domain ${name} any more`,
    domainOpened: (name: string, role: string): Part[] =>
      say`let people join by the domain ${name} as ${role}`,
    transferOffered: (to: string): Part[] =>
      say`offered their admin role to ${to}`,
    transferAccepted: (from: string): Part[] =>
      say`took over ${from}’s admin role`,
    transferDeclined: (): Part[] => say`declined an admin role`,
    transferCancelled: (to: string): Part[] =>
      say`took back the offer of an admin role to ${to}`,
    organizationCreated: (name: string): Part[] =>
      say`created the organization ${name}`,
    organizationDeleted: (name: string): Part[] =>
      say`deleted the organization ${name}`,
    organizationRestored: (name: string): Part[] =>
      say`restored the organization ${name}`,
    logoChanged: (): Part[] => say`changed the organization’s logo`,
    logoRemoved: (): Part[] => say`removed the organization’s logo`,
    settingsKept: (): Part[] =>
      say`saved the organization’s settings as they were`,
    settingsChanged: (): Part[] => say`changed the organization’s settings`,
    settingChanged: (field: string): Part[] =>
      plain(`changed the organization’s ${field.toLowerCase()}`),
    organizationRenamed: (was: string, is: string): Part[] =>
      say`renamed the organization ${was} to ${is}`,
    organizationMoved: (was: string, is: string): Part[] =>
      say`moved the organization from /o/${was} to /o/${is}`,
    secondFactorRequired: (day: string): Part[] =>
      say`required a second factor of every member from ${day} on`,
    secondFactorOptional: (): Part[] => say`no longer required a second factor`,
    auditKept: (days: number | null): Part[] =>
      plain(
        days === null
          ? "keeps the audit log without an end from now on"
          : `keeps the audit log for ${formatPeriod(days)} from now on`,
      ),
    auditAnnounced: (days: number, day: string): Part[] =>
      plain(
        `told the admins that the audit log will be kept for ${formatPeriod(days)} from ${day} on`,
      ),
    auditLowering: (days: number, day: string): Part[] =>
      plain(
        `noted that the plan keeps the audit log for ${formatPeriod(days)}, from ${day} on`,
      ),
    auditLoweringEnded: (): Part[] =>
      plain("noted that the audit log is kept as long as before"),
    accountDeleted: (): Part[] => say`deleted their account and left`,
    checkout: (): Part[] => say`went to the payment page`,
    trialBegun: (what: string): Part[] => say`began to try ${what}`,
    planChanged: (what: string): Part[] =>
      say`changed the subscription to ${what}`,
    cancelled: (): Part[] => say`cancelled the subscription`,
    resumed: (): Part[] => say`took the cancellation back`,
    seatsChosen: (): Part[] => say`chose who keeps a seat`,
    notedPaidUntil: (plan: string, day: string): Part[] =>
      say`noted that ${plan} is paid until ${day}`,
    notedCancelled: (): Part[] =>
      say`noted that the subscription was cancelled`,
    notedResumed: (): Part[] => say`noted that the subscription goes on`,
    endedUnpaid: (plan: string): Part[] =>
      say`ended ${plan}, which was not paid for`,
    notedPurchase: (what: string): Part[] =>
      say`noted the subscription to ${what}`,
    notedPaid: (plan: string): Part[] => say`noted that ${plan} is paid for`,
    notedTrial: (plan: string): Part[] =>
      say`noted that ${plan} is being tried`,
    notedFailure: (): Part[] => say`noted that a payment failed`,
    notedUnpaid: (): Part[] => say`noted that the subscription is not paid`,
    notedEnd: (): Part[] => say`noted that the subscription has ended`,
    planReset: (plan: string): Part[] =>
      say`set the plan to ${plan}, because the payment service was changed`,
    planKept: (): Part[] =>
      say`kept the plan and its limits, although the payment service was changed`,
    limitsLifted: (): Part[] =>
      say`removed all limits, because payments were switched off`,
    unknown: (action: string): Part[] => say`did ${action}`,
    rowAdded: (table: string): Part[] =>
      plain(`added to ${table.toLowerCase()}`),
    rowChanged: (table: string): Part[] =>
      plain(`changed in ${table.toLowerCase()}`),
    rowRemoved: (table: string): Part[] =>
      plain(`removed from ${table.toLowerCase()}`),
    rowNamed: (name: string): Part[] => say`: ${name}`,
    andMore: (count: number): Part[] => say` and ${String(count)} more`,
  },
  groups: {
    projects: "Projects",
    members: "Members",
    roles: "Roles",
    invitations: "Invitations",
    links: "Invitation links",
    domains: "Domains",
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
    "members.reactivate": "Member let in again",
    "members.updateMany": "Several members changed at once",
    "transfers.offer": "Admin role offered",
    "transfers.accept": "Admin role handed over",
    "transfers.decline": "Admin role declined",
    "transfers.cancel": "Offer of the admin role taken back",
    "account.delete": "Account deleted",
    "roles.create": "Role made",
    "roles.update": "Role edited",
    "roles.delete": "Role deleted",
    "invitations.create": "Invitation sent",
    "invitations.resend": "Invitation sent again",
    "invitations.revoke": "Invitation revoked",
    "invitations.accept": "Invitation accepted by link",
    "invitations.acceptReceived": "Invitation accepted in the account",
    "invitations.decline": "Invitation declined by link",
    "invitations.declineReceived": "Invitation declined in the account",
    "links.create": "Link made",
    "links.revoke": "Link taken back",
    "links.join": "Joined by a link",
    "domains.add": "Domain added",
    "domains.verify": "Domain verified",
    "domains.update": "Joining by domain changed",
    "domains.remove": "Domain removed",
    "domains.lapse": "Domain lapsed",
    "domains.join": "Joined by domain, with an account",
    "auth.verifyEmail": "Joined by domain, as a new person",
    "auth.choosePassword":
      "Joined by domain, as a new person in another browser",
    "auth.signIn": "Joined by domain, as a new person who signed in",
    "billing.checkout": "Payment begun",
    "billing.startTrial": "Trial begun",
    "billing.change": "Plan or seats changed",
    "billing.cancel": "Subscription cancelled",
    "billing.resume": "Cancellation taken back",
    "billing.refresh": "Payments looked up",
    "billing.synchronize": "Told by the payment service",
    "billing.adopt": "Plan after a change of the payment service",
    "billing.chooseSeats": "Seats given",
    "organizations.create": "Organization created",
    "organizations.update": "Organization changed",
    "organizations.setLogo": "Logo changed",
    "organizations.removeLogo": "Logo removed",
    "organizations.requireTwoFactor": "Second factor required or not",
    "audit.adjustPeriod": "How long the audit log is kept",
    "organizations.delete": "Organization deleted",
    "organizations.restore": "Organization restored",
  },
  kinds: {
    projects: "Project",
    memberships: "Membership",
    invitations: "Invitation",
    organizations: "Organization",
    invitation_links: "Invitation links",
    roles: "Roles",
    domains: "Domains",
    subscriptions: "Subscriptions",
    admin_transfers: "Admin transfers",
  },
  fields: {
    name: "Name",
    description: "Description",
    status: "Status",
    role: "Role",
    email: "Email",
    domain: "Domain",
    domains: "Domains",
    plan: "Plan",
    seats: "Seats",
    permissions: "Permissions",
    basedOn: "Based on",
    suspendedAt: "Suspended at",
    revokedAt: "Revoked at",
    keepsSeat: "Keeps seat",
    uses: "Uses",
    maxUses: "Max uses",
    slug: "Address",
    logoUrl: "Logo",
    userId: "Member",
    joinedAt: "Joined",
    invitedBy: "Invited by",
    acceptedBy: "Accepted by",
    notSentAt: "Not sent",
    auditRetentionDays: "Days in the audit log",
    nextAuditRetentionDays: "Days to come in the audit log",
    nextAuditRetentionFrom: "Audit log shortened on",
    auditNoticeSentAt: "Shortening announced",
    createdBy: "Created by",
    createdAt: "Created",
    deletedAt: "Deleted",
    fromUserId: "From",
    toUserId: "To",
    roleAfter: "Role afterwards",
    verifiedAt: "Verified",
    checkedAt: "Record found",
    expiresAt: "Expires",
    twoFactorRequiredFrom: "Second factor required from",
    projectLimit: "Most projects",
    roleLimit: "Most roles",
    isFrozen: "Reads only",
    subscriptionId: "Subscription",
    interval: "Paid every",
    periodEndsAt: "Paid until",
    trialEndsAt: "Trial ends",
    trialUsedAt: "Trial begun",
    cancelsAtPeriodEnd: "Ends with what is paid for",
    pastDueSince: "Payment owed since",
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
    cancelled: "Cancelled",
    trialing: "Trialing",
    past_due: "Past due",
    unpaid: "Unpaid",
  },
});
