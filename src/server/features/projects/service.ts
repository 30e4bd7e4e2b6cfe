import { and, desc, lt, sql } from "drizzle-orm";
import { newId } from "#shared/id";
import { can } from "#shared/permissions";
import { authorOf, type Caller } from "#server/core/caller";
import type { TenantDb } from "#server/kernel/db/tenant-db";
import { defineQuery } from "#server/kernel/db/tenant-reader";
import { DomainError, permissionDenied } from "#server/kernel/errors";
import { toPage } from "#server/kernel/inputs";
import {
  momentOfChange,
  requireUnchanged,
} from "#server/kernel/audit/unchanged";
import { type ProjectStatus, projects } from "./table";
import { creatorOf, toProject } from "./schemas";

interface ListProjects {
  limit: number;
  cursor?: string;
  status?: ProjectStatus;
  q?: string;
}

// The ids of projects sort by the time of their creation, so a list in the order of ids is in the order of age.
const newestProjects = defineQuery<{
  cursor: string;
  limit: number;
  status: ProjectStatus | null;
  q: string | null;
}>()((db, value) =>
  db
    .from(projects)
    .where(
      and(
        lt(projects.id, value("cursor")),
        sql`(${value("status")} is null or ${projects.status} = ${value("status")})`,
        sql`(${value("q")} is null or instr(lower(${projects.name}), lower(${value("q")})) > 0)`,
      ),
    )
    .orderBy(desc(projects.id))
    .limit(value("limit")),
);

export async function listProjects(
  db: TenantDb,
  { limit, cursor, status, q }: ListProjects,
) {
  const rows = await db.all(newestProjects, {
    cursor: cursor ?? "prj_~",
    limit: limit + 1,
    status: status ?? null,
    q: q || null,
  });
  return toPage(rows, limit, (row) => row.id, toProject);
}

export async function getProject(db: TenantDb, id: string) {
  return toProject(await findProject(db, id));
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
  return toProject(row);
}

export async function updateProject(
  db: TenantDb,
  id: string,
  changes: { name?: string; description?: string; status?: ProjectStatus },
  readAt: string | undefined,
) {
  const before = await findProject(db, id);
  await requireUnchanged(db, projects, before, readAt);
  return toProject(
    db.update(projects, before, {
      ...changes,
      updatedAt: momentOfChange(db.now, before),
    }),
  );
}

/** Deletes a project. Admins can delete any project, and other members can delete the projects that they created. */
export async function deleteProject(
  db: TenantDb,
  { id: callerId, grants }: Caller,
  id: string,
) {
  const project = await findProject(db, id);
  if (!can(grants, "project:delete") && creatorOf(project) !== callerId)
    throw permissionDenied(["project:delete"]);
  db.remove(projects, project);
}

async function findProject(db: TenantDb, id: string) {
  const project = await db.find(projects, id);
  if (!project) throw new DomainError("NOT_FOUND");
  return project;
}
