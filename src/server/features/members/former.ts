import { eq } from "drizzle-orm";
import { newId } from "../../../shared/id";
import type { TenantDb } from "../../db/tenant";
import { defineQuery } from "../../db/tenant-reader";
import { DomainError } from "../../errors";
import { formerMembers } from "./schema";

const formerByUser = defineQuery<{ userId: string }>()((db, value) =>
  db.from(formerMembers).where(eq(formerMembers.userId, value("userId"))),
);

/** From now on no link and no domain brings them back. */
export async function rememberRemoval(
  db: TenantDb,
  userId: string,
): Promise<void> {
  const [known] = await db.all(formerByUser, { userId });
  if (known) return;
  db.insert(
    formerMembers,
    { id: newId("formerMember"), userId, removedAt: db.now },
    overtaken,
  );
}

/** Whether somebody was removed, and not invited since. */
export async function wasRemoved(
  db: TenantDb,
  userId: string,
): Promise<boolean> {
  const [known] = await db.all(formerByUser, { userId });
  return known !== undefined;
}

/** An invitation to their own address was meant for them, whatever was before. */
export async function forgetRemoval(
  db: TenantDb,
  userId: string,
): Promise<void> {
  const [known] = await db.all(formerByUser, { userId });
  if (known) db.remove(formerMembers, known, overtaken);
}

function overtaken(): DomainError {
  return new DomainError("STALE", undefined, { retry: true });
}
