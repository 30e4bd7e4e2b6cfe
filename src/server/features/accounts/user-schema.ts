import { z } from "zod";
import { PERMISSIONS } from "#shared/permissions";
import { organizationShape } from "#server/features/organizations/schemas";
import { iso } from "#server/kernel/inputs";
import type { sessions } from "#server/core/users/table";
import { SECOND_FACTORS } from "#server/core/users/second-factors";

export const userShape = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  avatarUrl: z.string().nullable(),
  emailVerified: z.boolean(),
});

export type User = z.infer<typeof userShape>;

/** A user as it is stored. */
export interface StoredUser extends Omit<User, "emailVerified"> {
  emailVerifiedAt: number | null;
}

export function toUser({ emailVerifiedAt, ...user }: StoredUser): User {
  const { id, email, name, avatarUrl } = user;
  return {
    id,
    email,
    name,
    avatarUrl,
    emailVerified: emailVerifiedAt !== null,
  };
}

/** What a sign-in answers: a session came with it, or a second factor is asked for. */
export const enteredShape = z.union([
  z.object({ user: userShape }),
  z.object({
    twoFactorRequired: z.literal(true),
    /** What may answer `twoFactor.signIn`. */
    methods: z.array(z.enum(SECOND_FACTORS)),
  }),
]);

export const contextShape = z.object({
  user: userShape,
  organization: organizationShape
    .extend({
      /** Whether there is no seat for the person, so that they can only read. */
      isFrozen: z.boolean(),
    })
    .nullable(),
  role: z.string().nullable(),
  permissions: z.array(z.enum(PERMISSIONS as [(typeof PERMISSIONS)[number]])),
  organizations: z.array(organizationShape),
  /** Whether the user has never been a member of an organization. */
  isNew: z.boolean(),
  /** When this organization keeps the person out for want of a second factor; null where there is nothing to do. */
  twoFactorDeadline: z.string().nullable(),
  /** Whether that moment has come, by the server's clock: then every call in the organization but leaving is refused. */
  isBlockedByTwoFactorPolicy: z.boolean(),
});

export type AuthContext = z.infer<typeof contextShape>;

export const sessionShape = z.object({
  id: z.string(),
  current: z.boolean(),
  userAgent: z.string().nullable(),
  address: z.string().nullable(),
  createdAt: z.string(),
  /** Exact to a few minutes. */
  lastSeenAt: z.string(),
  expiresAt: z.string(),
});

export function toSession(
  row: typeof sessions.$inferSelect,
  currentId: string,
) {
  const { id, userAgent, address, createdAt, expiresAt, endsAt } = row;
  const lastSeenAt = Math.max(row.lastSeenAt, createdAt);
  return {
    id,
    current: id === currentId,
    userAgent,
    address,
    createdAt: iso(createdAt),
    lastSeenAt: iso(lastSeenAt),
    expiresAt: iso(Math.min(expiresAt, endsAt)),
  };
}
