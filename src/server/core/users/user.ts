/** A user, as the session of a call shows them. */
export interface User {
  id: string;
  email: string;
  name: string;
  avatarUrl: string | null;
  /** When the address was verified, in milliseconds since 1970 UTC; null before. */
  emailVerifiedAt: number | null;
}
