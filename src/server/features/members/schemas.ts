import { z } from "zod";
import { iso } from "#server/kernel/inputs";
import { roleNameOf } from "#server/core/roles/grants";

export const membershipShape = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  avatarUrl: z.string().nullable(),
  /** A built-in role, or the id of one that the organization made. */
  role: z.string(),
  roleName: z.string(),
  joinedAt: z.string(),
  /** From when on the organization lets them do nothing; null for everybody else. */
  suspendedAt: z.string().nullable(),
  /** Whether there is no seat for them, so that they can only read. */
  isFrozen: z.boolean(),
  /** Whether they were chosen to keep a seat where there are too few. */
  keepsSeat: z.boolean(),
});

export type Membership = z.infer<typeof membershipShape>;

export interface MemberRow {
  userId: string;
  name: string;
  email: string;
  avatarUrl: string | null;
  role: string;
  customName: string | null;
  joinedAt: number;
  suspendedAt: number | null;
  isFrozen: boolean;
  keepsSeat: boolean;
}

export function toMembership({
  userId,
  name,
  email,
  avatarUrl,
  role,
  customName,
  joinedAt,
  suspendedAt,
  isFrozen,
  keepsSeat,
}: MemberRow): Membership {
  return {
    userId,
    name,
    email,
    avatarUrl,
    role,
    roleName: roleNameOf(role, customName),
    joinedAt: iso(joinedAt),
    suspendedAt: suspendedAt === null ? null : iso(suspendedAt),
    isFrozen,
    keepsSeat,
  };
}
