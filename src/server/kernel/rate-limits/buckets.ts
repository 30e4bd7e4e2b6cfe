const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MIB = 1024 * 1024;

/** Every limit of the program: how many per how many seconds. */
export const BUCKETS = {
  /** Wrong passwords per account. */
  signInFailure: [10, 15 * MINUTE],
  /** Wrong codes per account. */
  secondFactorFailure: [10, 15 * MINUTE],
  /** Wrong codes per account, over a day: ten in every quarter of an hour would be 960. */
  secondFactorFailurePerDay: [30, DAY],
  /** Sign-in, sign-up, verification and the like, per client. */
  credentials: [20, 5 * MINUTE],
  /** Mails of one kind to one address. */
  mailPerRecipient: [3, HOUR],
  /** Links to confirm an address that any users want for their accounts. */
  emailChangePerAddress: [20, DAY],
  /** Mails about a sign-up, per address and client. */
  signUpMail: [3, HOUR],
  /** Mails about a sign-up, per address, from all clients. */
  signUpMailPerAddress: [20, DAY],
  /** What tells the owner of an account what was done with it. */
  noticePerRecipient: [20, HOUR],
  mailPerClient: [20, HOUR],
  /** Invitations of one organization to one address, sent again or anew. */
  invitationPerRecipient: [3, HOUR],
  /** Invitations of all organizations to one address: what is over it is not mailed. */
  invitationPerAddress: [20, DAY],
  /** Invitations of one user into all organizations. */
  invitationPerUser: [100, DAY],
  /** The same for an account in its first 7 days. */
  invitationPerNewUser: [25, DAY],
  /** Mailing an organization's members what is required of them. */
  announcement: [5, HOUR],
  /** Per person: each new organization brings its own invitations a day. */
  newOrganization: [10, DAY],
  /** Reading an organization's whole log, per person. */
  verification: [10, 5 * MINUTE],
  /**
   * Units of reads whose work grows with what is asked for, per person: one for each started 31 days of events that an
   * organization's numbers are counted from, 100 for a download of its log.
   */
  heavyRead: [1500, MINUTE],
  /** Looking for the record of a domain, per organization. */
  domainCheck: [20, 10 * MINUTE],
  /** Look-ups of mailed tokens per client. */
  token: [20, MINUTE],
  /** Calls per session. */
  session: [600, MINUTE],
  /** Calls per client that is not signed in. */
  anonymous: [120, MINUTE],
  /** Pictures per client: a page shows a hundred users, and an office is one client. */
  picture: [1200, MINUTE],
  /** Bytes stored per user, in organizations on the free plan and in the account. */
  writtenOnFree: [64 * MIB, DAY],
  /** Bytes stored per user, in organizations on a paid plan, and everywhere where no payments are taken. */
  writtenOnPaid: [512 * MIB, DAY],
} as const;

export type Bucket = keyof typeof BUCKETS;

export const bucketNames = Object.keys(BUCKETS) as Bucket[];
