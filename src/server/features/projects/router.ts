import { z } from "zod";
import {
  projectDescriptionField,
  projectNameField,
  pageSizeField,
} from "#shared/fields";
import { rule } from "#shared/rules";
import { flagField, orgInput, pageOf, idField } from "#server/kernel/inputs";
import { built } from "#server/rpc/built-output";
import { rest, UNLESS_CHANGED } from "#server/rpc/meta";
import { roleProcedure, router } from "#server/rpc/trpc";
import { addFavourite, removeFavourite } from "./favourites";
import { listProjects, NO_OWNER, SORTS } from "./list";
import {
  createProject,
  deleteProject,
  getProject,
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
        description:
          "`q` selects by a part of the name. `sort` is the order: `name` and `owner` begin with A, `created` and `updated` with the newest; `order` reverses it. A cursor belongs to its `sort` and `order`.",
      }),
    )
    .input(
      orgInput({
        limit: pageSizeField,
        cursor: z
          .string()
          .regex(/^[\w-]{1,2000}$/, rule("UNKNOWN_CURSOR"))
          .meta({ description: "The `nextCursor` of the previous page." })
          .optional(),
        status: projectShape.shape.status.optional(),
        q: z.string().max(200).optional(),
        owner: z
          .union([idField("user"), z.literal(NO_OWNER)])
          .optional()
          .describe(
            "The ID of the user who owns the projects, or `none` for projects without an owner.",
          ),
        favourite: flagField
          .optional()
          .describe("With `true`, only your favourites."),
        sort: z.enum(SORTS).optional(),
        order: z.enum(["asc", "desc"]).optional(),
      }),
    )
    .output(built(pageOf(projectShape)))
    .query(({ ctx, input }) => listProjects(ctx.db, ctx.caller, input)),

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
    .query(({ ctx, input }) => getProject(ctx.db, ctx.caller, input.projectId)),

  create: roleProcedure("project:create")
    .meta(
      rest("POST", collection, {
        summary: "Create a project",
        status: 201,
        description: "You are its creator and its owner.",
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
        description: `Only its owner, and members with \`project:delete\`, can give it to another owner: an active member who can edit projects. ${UNLESS_CHANGED}`,
        reasons: ["NOT_FOUND", "PROJECT_LIMIT", "OWNER_NOT_MEMBER", "STALE"],
      }),
    )
    .input(
      orgInput({
        projectId,
        name: projectNameField.optional(),
        description: projectDescriptionField.optional(),
        status: projectShape.shape.status.optional(),
        ownerId: idField("user").nullable().optional(),
        updatedAt: z.iso.datetime().optional(),
      }),
    )
    .output(built(projectShape))
    .mutation(
      ({ ctx, input: { org: _, projectId: id, updatedAt, ...changes } }) =>
        updateProject(
          ctx.db,
          ctx.caller,
          id,
          changes,
          updatedAt ?? ctx.request.readAt,
        ),
    ),

  favourite: roleProcedure("project:read")
    .meta(
      rest("PUT", `${member}/favourite`, {
        summary: "Mark a project as a favourite",
        description: "Only you can see your favourites.",
        status: 204,
        reasons: ["NOT_FOUND"],
      }),
    )
    .input(orgInput({ projectId }))
    .output(z.void())
    .mutation(({ ctx, input }) =>
      addFavourite(ctx.db, ctx.caller, input.projectId),
    ),

  unfavourite: roleProcedure("project:read")
    .meta(
      rest("DELETE", `${member}/favourite`, {
        summary: "Remove a project from your favourites",
        description: "The project itself does not change.",
        status: 204,
        reasons: ["NOT_FOUND"],
      }),
    )
    .input(orgInput({ projectId }))
    .output(z.void())
    .mutation(({ ctx, input }) =>
      removeFavourite(ctx.db, ctx.caller, input.projectId),
    ),

  delete: roleProcedure("project:delete", { or: "project:deleteOwn" })
    .meta(
      rest("DELETE", member, {
        summary: "Delete a project",
        status: 204,
        description:
          "For good. With `project:deleteOwn`, only projects that you own.",
        reasons: ["NOT_FOUND"],
      }),
    )
    .input(orgInput({ projectId }))
    .output(z.void())
    .mutation(({ ctx, input }) =>
      deleteProject(ctx.db, ctx.caller, input.projectId),
    ),
});
