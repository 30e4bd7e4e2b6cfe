import { eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "#server/core/users/table";
import type { AuthCall } from "./account-call";

export const userShape = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  avatarUrl: z.string().nullable(),
  emailVerified: z.boolean(),
});

export type User = z.infer<typeof userShape>;

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

export function findUserByEmail({ db }: Pick<AuthCall, "db">, email: string) {
  return db.drizzle.select().from(users).where(eq(users.email, email)).get();
}
