import { eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "#server/core/users/table";
import type { User } from "#server/core/users/user";
import type { AccountCall } from "./account-call";
import { defineRead } from "#server/kernel/db/prepared-read";
import { idOf, named } from "#server/kernel/shapes";

export const userShape = named(
  "User",
  z.object({
    id: idOf("user"),
    email: z.string(),
    name: z.string(),
    avatarUrl: z.string().nullable(),
    emailVerified: z.boolean(),
  }),
);

export type UserOutput = z.infer<typeof userShape>;

export function toUser(user: User): UserOutput {
  const { id, email, name, avatarUrl, emailVerifiedAt } = user;
  return {
    id,
    email,
    name,
    avatarUrl,
    emailVerified: emailVerifiedAt !== null,
  };
}

const userByEmail = defineRead<{ email: string }>()((drizzle, value) =>
  drizzle
    .select()
    .from(users)
    .where(eq(users.email, value("email"))),
);

export function findUserByEmail(
  { db }: Pick<AccountCall, "db">,
  email: string,
) {
  return userByEmail.get(db, { email });
}
