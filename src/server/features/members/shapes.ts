import { z } from "zod";
import { iso } from "../../inputs";

export const membershipShape = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  avatarUrl: z.string().nullable(),
  role: z.string(),
  joinedAt: z.string(),
});

export type Membership = z.infer<typeof membershipShape>;

export interface MemberRow {
  userId: string;
  name: string;
  email: string;
  avatarUrl: string | null;
  role: string;
  joinedAt: number;
}

export function toMembership({
  userId,
  name,
  email,
  avatarUrl,
  role,
  joinedAt,
}: MemberRow): Membership {
  return { userId, name, email, avatarUrl, role, joinedAt: iso(joinedAt) };
}
