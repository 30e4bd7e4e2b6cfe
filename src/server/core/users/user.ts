/** The user of a session. */
export interface User {
  id: string;
  email: string;
  name: string;
  avatarUrl: string | null;
  /** When the email address was verified, in milliseconds since 1970 UTC; null if it is not verified. */
  emailVerifiedAt: number | null;
}
