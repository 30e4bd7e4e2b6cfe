import { z } from "zod";
import { organizationNameField, pageFields } from "../../../shared/fields";
import {
  organizationSettings,
  organizationSettingsChanges,
} from "../../../shared/settings";
import { slugSchema } from "../../../shared/slug";
import { requireRecentProof } from "../../auth/proof";
import { orgInput, pageFrom, pageOf } from "../../inputs";
import { rest, UNLESS_CHANGED } from "../../rest/meta";
import { roleProcedure, router, userProcedure } from "../../trpc";
import {
  deleteOrganization,
  listDeletedOrganizations,
  restoreOrganization,
} from "./deletion";
import {
  createOrganization,
  listOrganizations,
  readSettings,
  updateOrganization,
} from "./service";
import { organizationShape, toOrganization } from "./shapes";

const member = "/organizations/{org}";
const slug = slugSchema.optional();

export const organizationsRouter = router({
  list: userProcedure
    .meta(
      rest("GET", "/organizations", {
        summary: "List the organizations you are in",
      }),
    )
    .input(
      z
        .strictObject({
          ...pageFields("organization"),
          deleted: z.stringbool().optional(),
        })
        .optional(),
    )
    .output(pageOf(organizationShape))
    .query(async ({ ctx, input }) =>
      pageFrom(
        input?.deleted
          ? await listDeletedOrganizations(
              ctx.db,
              ctx.user.id,
              ctx.services.now(),
            )
          : await listOrganizations(ctx.db, ctx.user.id),
        input,
      ),
    ),

  create: userProcedure
    .meta(
      rest("POST", "/organizations", {
        summary: "Create an organization",
        status: 201,
      }),
    )
    .input(z.strictObject({ name: organizationNameField, slug }))
    .output(organizationShape)
    .mutation(({ ctx, input }) =>
      createOrganization(ctx.db, ctx.work, ctx.user.id, input),
    ),

  get: roleProcedure("organization:read")
    .meta(rest("GET", member, { summary: "Read an organization" }))
    .input(orgInput({}))
    .output(organizationShape)
    .query(({ ctx }) => toOrganization(ctx.organization, ctx.role)),

  settings: roleProcedure("organization:read")
    .meta(
      rest("GET", `${member}/settings`, {
        summary: "Read an organization's settings",
      }),
    )
    .input(orgInput({}))
    .output(organizationSettings)
    .query(({ ctx }) => readSettings(ctx.db)),

  update: roleProcedure("organization:update")
    .meta(
      rest("PUT", member, {
        summary: "Change an organization's name, slug, logo or settings",
        description: UNLESS_CHANGED,
      }),
    )
    .input(
      orgInput({
        name: organizationNameField.optional(),
        slug,
        logoUrl: z
          .url({ protocol: /^https$/ })
          .max(500)
          .nullable()
          .optional(),
        settings: organizationSettingsChanges.optional(),
        updatedAt: z.iso.datetime().optional(),
      }),
    )
    .output(organizationShape)
    .mutation(({ ctx, input: { org: _, updatedAt, ...changes } }) =>
      updateOrganization(
        ctx.db,
        ctx.role,
        changes,
        updatedAt ?? ctx.request.readAt,
      ),
    ),

  delete: roleProcedure("organization:delete")
    .meta(
      rest("DELETE", member, {
        summary: "Delete an organization",
        status: 204,
      }),
    )
    .input(orgInput({ confirm: z.string().max(64).optional() }))
    .output(z.void())
    .mutation(({ ctx, input }) => {
      requireRecentProof(ctx.session.authenticatedAt, ctx.services.now());
      return deleteOrganization(ctx.db, input.confirm);
    }),

  restore: userProcedure
    .meta(
      rest("POST", `${member}/restore`, {
        summary: "Restore a deleted organization",
      }),
    )
    .input(z.strictObject({ org: z.string().min(1).max(64) }))
    .output(organizationShape)
    .mutation(({ ctx, input }) =>
      restoreOrganization(ctx.db, ctx.work, ctx.user.id, input.org),
    ),
});
