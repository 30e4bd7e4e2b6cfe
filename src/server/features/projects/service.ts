import { eq } from "drizzle-orm";
import { newId } from "#shared/id";
import { can } from "#shared/permissions";
import { authorOf, type Caller } from "#server/core/caller";
import { users } from "#server/core/users/table";
import { rowOf } from "#server/kernel/db/columns";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { together } from "#server/kernel/db/together";
import { DomainError, permissionDenied } from "#server/kernel/errors";
import {
  momentOfChange,
  requireUnchanged,
} from "#server/kernel/audit/unchanged";
import { checkOwner, memberToOwn } from "./owner";
import { isOwner, projectFields, toProject } from "./schemas";
import { type ProjectStatus, projects } from "./table";

const projectById = defineQuery<{ id: string; userId: string }>()((db, value) =>
  db
    .leftJoin(projects, users, isOwner, projectFields(value("userId")))
    .where(eq(projects.id, value("id"))),
);

/** What decides how a caller sees a project, and what they can do with it. */
type Viewer = Pick<Caller, "id" | "grants">;

export async function getProject(db: TenantDb, caller: Viewer, id: string) {
  return toProject(await findProject(db, caller, id), caller);
}

export interface ProjectChanges {
  name?: string;
  description?: string;
  status?: ProjectStatus;
  ownerId?: string | null;
}

export function createProject(
  db: TenantDb,
  caller: Caller,
  input: { name: string; description?: string },
) {
  const row = db.insert(projects, {
    id: newId("project"),
    name: input.name,
    description: input.description ?? "",
    ...authorOf(caller),
    ownerId: caller.user?.id ?? null,
    createdAt: db.now,
    updatedAt: db.now,
  });
  return toProject(
    {
      ...row,
      ownerName: caller.user?.name ?? null,
      ownerAvatar: caller.user?.avatarUrl ?? null,
      isFavourite: false,
    },
    caller,
  );
}

/** Changes a project. Only its owner, and those who can delete every project, can give it to another owner. */
export async function updateProject(
  db: TenantDb,
  caller: Viewer,
  id: string,
  changes: ProjectChanges,
  readAt: string | undefined,
) {
  const { ownerId } = changes;
  const [found, owner] = await together([
    findProject(db, caller, id),
    ownerId ? memberToOwn(db, ownerId) : undefined,
  ]);
  const before = rowOf(projects, found);
  await requireUnchanged(db, projects, before, readAt);
  if (ownerId !== undefined && ownerId !== before.ownerId) {
    requireOwn(caller, before);
    if (owner) checkOwner(owner, "ownerId");
  }
  const after = db.update(projects, before, {
    ...changes,
    updatedAt: momentOfChange(db.now, before),
  });
  return toProject(
    {
      ...found,
      ...after,
      ...(ownerId !== undefined && {
        ownerName: owner?.name ?? null,
        ownerAvatar: owner?.avatarUrl ?? null,
      }),
    },
    caller,
  );
}

/**
 * Checks that a project is the caller's own, or that the caller can delete every project. The owner can delete a
 * project, so no one else may choose its owner.
 */
function requireOwn(
  { id, grants }: Viewer,
  { ownerId, createdByAccount }: typeof projects.$inferSelect,
): void {
  const isOwn = ownerId === id || createdByAccount === id;
  if (!isOwn && !can(grants, "project:delete"))
    throw permissionDenied(["project:delete"]);
}

/** Deletes a project. Admins can delete any project, and other members can delete the projects that they own. */
export async function deleteProject(db: TenantDb, caller: Viewer, id: string) {
  const project = await db.find(projects, id);
  if (!project) throw new DomainError("NOT_FOUND");
  requireOwn(caller, project);
  db.remove(projects, project);
}

async function findProject(db: TenantDb, { id: userId }: Viewer, id: string) {
  const [project] = await db.all(projectById, { id, userId });
  if (!project) throw new DomainError("NOT_FOUND");
  return project;
}
