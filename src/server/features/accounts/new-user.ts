import { eq } from "drizzle-orm";
import { newId } from "#shared/id";
import type { Context } from "#server/rpc/context";
import { insertStatement } from "#server/kernel/db/statement";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { DomainError } from "#server/kernel/errors";
import { users } from "#server/core/users/table";

export function findUser({ db }: Pick<Context, "db">, email: string) {
  return db.drizzle.select().from(users).where(eq(users.email, email)).get();
}

export interface NewUser {
  name: string;
  email: string;
  /** Null for whoever signs up with an account elsewhere. */
  passwordHash: string | null;
  /** Whether the mailbox is proven: it is unless this is false. */
  isVerified?: boolean;
}

/** @param otherwise what it means that the address got an account meanwhile; the call is run again when left out. */
export function addUser(
  work: UnitOfWork,
  { name, email, passwordHash, isVerified = true }: NewUser,
  onViolation = overtaken,
) {
  const user = {
    id: newId("user"),
    name,
    email,
    passwordHash,
    avatarUrl: null,
    emailVerifiedAt: isVerified ? work.now : null,
    createdAt: work.now,
  };
  work.write(insertStatement(users, user), onViolation);
  return user;
}

function overtaken(): DomainError {
  return new DomainError("BUSY", undefined, { retry: true });
}
