const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MIB = 1024 * 1024;

/** Every rate limit: `[units, seconds]`. */
export const BUCKETS = {
  /** Wrong passwords per account. */
  signInFailure: [10, 15 * MINUTE],
  /** Wrong codes per account. */
  secondFactorFailure: [10, 15 * MINUTE],
  /** Wrong codes per account and day, because 10 per 15 minutes would allow 960. */
  secondFactorFailurePerDay: [30, DAY],
  /** Sign-in, sign-up, verification and similar calls, per client. */
  credentials: [20, 5 * MINUTE],
  /** Mails of one kind to one address. */
  mailPerRecipient: [3, HOUR],
  /** Links that confirm an address for an email change, from all users. */
  emailChangePerAddress: [20, DAY],
  /** Mails about a sign-up, per address and client. */
  signUpMail: [3, HOUR],
  /** Mails about a sign-up, per address, from all clients. */
  signUpMailPerAddress: [20, DAY],
  /** Notices to the owner of an account about changes. */
  noticePerRecipient: [20, HOUR],
  mailPerClient: [20, HOUR],
  /** Invitations of one organization to one address, including resent ones. */
  invitationPerRecipient: [3, HOUR],
  /** Invitations of all organizations to one address. Those over the limit are not mailed. */
  invitationPerAddress: [20, DAY],
  /** Invitations by one user to all organizations. */
  invitationPerUser: [100, DAY],
  /** The same for an account in its first 7 days. */
  invitationPerNewUser: [25, DAY],
  /** Announcements of requirements to all members of an organization. */
  announcement: [5, HOUR],
  /** Per user, because each new organization has its own daily invitations. */
  newOrganization: [10, DAY],
  /** Verifications of a whole audit log, per user. */
  verification: [10, 5 * MINUTE],
  /**
   * Units of expensive reads, per user: one for each started 31 days of analytics, 100 for a download of the audit log.
   */
  heavyRead: [1500, MINUTE],
  /** DNS checks of domains, per organization. */
  domainCheck: [20, 10 * MINUTE],
  /** Lookups of mailed tokens, per client. */
  token: [20, MINUTE],
  /** Calls per session. */
  session: [600, MINUTE],
  /** Calls without a session, per client. */
  anonymous: [120, MINUTE],
  /** Images per client: a page shows a hundred users, and an office can be one client. */
  picture: [1200, MINUTE],
  /** Bytes stored per user, in organizations on the free plan and in the account. */
  writtenOnFree: [64 * MIB, DAY],
  /** Bytes stored per user, in organizations on a paid plan, and everywhere when billing is off. */
  writtenOnPaid: [512 * MIB, DAY],
} as const;

export type Bucket = keyof typeof BUCKETS;

export const bucketNames = Object.keys(BUCKETS) as Bucket[];
