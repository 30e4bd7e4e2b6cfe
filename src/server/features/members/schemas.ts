import { z } from "zod";
import { iso } from "#server/kernel/inputs";
import { roleNameOf } from "#server/core/roles/grants";

export const membershipShape = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  avatarUrl: z.string().nullable(),
  /** The name of a built-in role, or the id of a custom role. */
  role: z.string(),
  roleName: z.string(),
  joinedAt: z.string(),
  /** When the member was suspended; null when the member is not suspended. */
  suspendedAt: z.string().nullable(),
  /** Whether the member is read-only, because the organization has more members than seats. */
  isFrozen: z.boolean(),
  /** Whether an admin chose the member to keep their seat when there are more members than seats. */
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
