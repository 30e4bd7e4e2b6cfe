const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MIB = 1024 * 1024;

/** Every rate limit as `[units, seconds]`: how many units are allowed in how many seconds. */
export const BUCKETS = {
  /** Wrong passwords per account. */
  signInFailure: [10, 15 * MINUTE],
  /** Wrong second factors per account. */
  secondFactorFailure: [10, 15 * MINUTE],
  /** Wrong second factors per account and day. The limit of 10 per 15 minutes alone would allow 960 per day. */
  secondFactorFailurePerDay: [30, DAY],
  /** Sign-in, sign-up, verification and similar calls, per client. */
  credentials: [20, 5 * MINUTE],
  /** Notices of one kind from one organization to one address. */
  mailPerRecipient: [3, HOUR],
  /** Mails to one address that confirm it for an email change, requested by all users together. */
  emailChangePerAddress: [20, DAY],
  /** Mails to one address about a sign-up, requested by one client. */
  signUpMail: [3, HOUR],
  /** Mails to one address about a sign-up, requested by all clients together. */
  signUpMailPerAddress: [20, DAY],
  /** Notices to the owner of one account about changes of the account. */
  noticePerRecipient: [20, HOUR],
  mailPerClient: [20, HOUR],
  /** Invitations of one organization to one address, including resent ones. */
  invitationPerRecipient: [3, HOUR],
  /** Invitations of all organizations to one address. Invitations over this limit are not mailed. */
  invitationPerAddress: [20, DAY],
  /** Invitations that one user sends in all organizations. */
  invitationPerUser: [100, DAY],
  /** Invitations that one user sends in all organizations during the first 7 days of the user's account. */
  invitationPerNewUser: [25, DAY],
  /** Announcements of new requirements to all members of one organization. */
  announcement: [5, HOUR],
  /**
   * Organizations that one user creates. They are limited, because each new organization may send its own daily
   * invitations.
   */
  newOrganization: [10, DAY],
  /** Checks by one user whether a slug is free: each pause while the user types a slug is one. */
  slugCheck: [120, HOUR],
  /** Access requests that one user makes in all organizations, because the admins get a mail about each. */
  accessRequest: [10, DAY],
  /** API keys that one member creates in one organization, because revoked keys are kept for a month. */
  newApiKey: [100, DAY],
  /** Verifications of a whole audit log, per user. */
  verification: [10, 5 * MINUTE],
  /**
   * Units of expensive reads, per user. Analytics cost one unit for each started period of 31 days, and a download of
   * the audit log costs 100 units.
   */
  heavyRead: [1500, MINUTE],
  /** DNS checks of domains, per organization. */
  domainCheck: [20, 10 * MINUTE],
  /** Lookups of tokens from mails, per client. */
  token: [20, MINUTE],
  /** Calls per session. */
  session: [600, MINUTE],
  /** Calls per API key. */
  apiKey: [600, MINUTE],
  /** Calls with all API keys of one organization. */
  keysOfOrganization: [3000, MINUTE],
  /** Calls without a session, per client. */
  anonymous: [120, MINUTE],
  /**
   * Images per client. The limit is high, because a page can show a hundred users and a whole office can be one client.
   */
  picture: [1200, MINUTE],
  /** Bytes that one user stores in organizations on the free plan and in the user's account. */
  writtenOnFree: [64 * MIB, DAY],
  /** Bytes that one user stores in organizations on a paid plan, and everywhere when billing is off. */
  writtenOnPaid: [512 * MIB, DAY],
} as const;

export type Bucket = keyof typeof BUCKETS;

export const bucketNames = Object.keys(BUCKETS) as Bucket[];
