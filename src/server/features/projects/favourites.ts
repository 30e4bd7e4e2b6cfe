import { and, eq } from "drizzle-orm";
import { newId } from "#shared/id";
import { type Caller, requireSession } from "#server/core/caller";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { DomainError } from "#server/kernel/errors";
import { projectFavourites, projects } from "./table";

interface Star {
  userId: string;
  projectId: string;
}

const favouriteOf = defineQuery<{ userId: string; projectId: string }>()(
  (db, value) =>
    db
      .from(projectFavourites)
      .where(
        and(
          eq(projectFavourites.userId, value("userId")),
          eq(projectFavourites.projectId, value("projectId")),
        ),
      ),
);

/** Adds a project to the favourites of the caller. */
export async function addFavourite(
  db: TenantDb,
  caller: Caller,
  projectId: string,
): Promise<void> {
  const { star, existing } = await read(db, caller, projectId);
  if (existing) return;
  const row = { id: newId("favourite"), ...star, createdAt: db.now };
  db.insertUnrecorded(projectFavourites, row);
}

/** Removes a project from the favourites of the caller. */
export async function removeFavourite(
  db: TenantDb,
  caller: Caller,
  projectId: string,
): Promise<void> {
  const { existing } = await read(db, caller, projectId);
  if (existing) db.removeUnrecorded(projectFavourites, existing);
}

async function read(db: TenantDb, caller: Caller, projectId: string) {
  const star: Star = { userId: requireSession(caller).user.id, projectId };
  const [project, [existing]] = await together([
    db.find(projects, projectId),
    db.all(favouriteOf, { ...star }),
  ]);
  if (!project) throw new DomainError("NOT_FOUND");
  return { star, existing };
}
