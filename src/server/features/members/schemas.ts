import { z } from "zod";
import { iso } from "#server/kernel/inputs";
import { roleNameOf } from "#server/core/roles/grants";
import { idOf, moment, named, roleId } from "#server/kernel/shapes";

export const membershipShape = named(
  "Membership",
  z.object({
    userId: idOf("user"),
    name: z.string(),
    email: z.string(),
    avatarUrl: z.string().nullable(),
    role: roleId.describe(
      "The name of a built-in role, or the id of a custom role.",
    ),
    roleName: z.string(),
    joinedAt: moment,
    suspendedAt: moment
      .nullable()
      .describe(
        "When the member was suspended; null when the member is not suspended.",
      ),
    isFrozen: z
      .boolean()
      .describe(
        "Whether the member is read-only, because the organization has more members than seats.",
      ),
    keepsSeat: z
      .boolean()
      .describe(
        "Whether an admin chose the member to keep their seat when there are more members than seats.",
      ),
  }),
);

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
