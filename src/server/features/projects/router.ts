import { z } from "zod";
import {
  projectDescriptionField,
  projectNameField,
  pageFields,
} from "#shared/fields";
import { orgInput, pageOf, idField } from "#server/kernel/inputs";
import { built } from "#server/rpc/built-output";
import { rest, UNLESS_CHANGED } from "#server/rpc/meta";
import { roleProcedure, router } from "#server/rpc/trpc";
import {
  createProject,
  deleteProject,
  getProject,
  listProjects,
  updateProject,
} from "./service";
import { projectShape } from "./schemas";

const collection = "/organizations/{org}/projects";
const member = "/organizations/{org}/projects/{projectId}";
const projectId = idField("project");

export const projectsRouter = router({
  list: roleProcedure("project:read")
    .meta(
      rest("GET", collection, {
        summary: "List projects, newest first",
        description: "`q` selects by a part of the name.",
      }),
    )
    .input(
      orgInput({
        ...pageFields("project"),
        status: projectShape.shape.status.optional(),
        q: z.string().max(200).optional(),
      }),
    )
    .output(built(pageOf(projectShape)))
    .query(({ ctx, input }) => listProjects(ctx.db, input)),

  get: roleProcedure("project:read")
    .meta(
      rest("GET", member, {
        summary: "Read a project",
        description:
          "`isFrozen` projects can be read and deleted, but not changed.",
        reasons: ["NOT_FOUND"],
      }),
    )
    .input(orgInput({ projectId }))
    .output(built(projectShape))
    .query(({ ctx, input }) => getProject(ctx.db, input.projectId)),

  create: roleProcedure("project:create")
    .meta(
      rest("POST", collection, {
        summary: "Create a project",
        status: 201,
        description: "You are its creator.",
        reasons: ["PROJECT_LIMIT"],
      }),
    )
    .input(
      orgInput({
        name: projectNameField,
        description: projectDescriptionField.optional(),
      }),
    )
    .output(built(projectShape))
    .mutation(({ ctx, input }) => createProject(ctx.db, ctx.caller, input)),

  update: roleProcedure("project:update")
    .meta(
      rest("PUT", member, {
        summary: "Change, archive or reactivate a project",
        description: UNLESS_CHANGED,
        reasons: ["NOT_FOUND", "PROJECT_LIMIT", "STALE"],
      }),
    )
    .input(
      orgInput({
        projectId,
        name: projectNameField.optional(),
        description: projectDescriptionField.optional(),
        status: projectShape.shape.status.optional(),
        updatedAt: z.iso.datetime().optional(),
      }),
    )
    .output(built(projectShape))
    .mutation(
      ({ ctx, input: { org: _, projectId: id, updatedAt, ...changes } }) =>
        updateProject(ctx.db, id, changes, updatedAt ?? ctx.request.readAt),
    ),

  delete: roleProcedure("project:delete", { or: "project:deleteOwn" })
    .meta(
      rest("DELETE", member, {
        summary: "Delete a project",
        status: 204,
        description:
          "For good. With `project:deleteOwn`, only projects that you created.",
        reasons: ["NOT_FOUND"],
      }),
    )
    .input(orgInput({ projectId }))
    .output(z.void())
    .mutation(({ ctx, input }) =>
      deleteProject(ctx.db, ctx.caller, input.projectId),
    ),
});
