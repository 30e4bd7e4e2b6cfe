import { rule } from "#shared/rules";
import { z } from "zod";
import { organizationNameField, pageFields } from "#shared/fields";
import {
  organizationSettings,
  organizationSettingsChanges,
} from "#shared/settings";
import { slugSchema } from "#shared/slug";
import { requireRecentSession, requireSession } from "#server/core/caller";
import { IMAGE_DESCRIPTION, imageField } from "#server/kernel/images/field";
import {
  flagField,
  orgInput,
  pageFrom,
  pageOf,
  orgField,
} from "#server/kernel/inputs";
import { moment } from "#server/kernel/shapes";
import { built } from "#server/rpc/built-output";
import { rest, UNLESS_CHANGED } from "#server/rpc/meta";
import { requireRest } from "#server/rpc/require-rest";
import {
  callerProcedure,
  roleProcedure,
  router,
  userProcedure,
} from "#server/rpc/trpc";
import { endSubscription } from "#server/features/billing/end";
import { membershipShape } from "#server/features/members/schemas";
import { checkSlug } from "#server/core/organizations/slugs";
import { deleteOrganization, restoreOrganization } from "./deletion";
import { organizationsFor } from "./list";
import { removeLogo, setLogo } from "./logo";
import { downloadOf } from "./transfer/download";
import {
  createOrganization,
  readSettings,
  updateOrganization,
} from "./service";
import {
  organizationShape,
  slugCheckShape,
  toOrganization,
  twoFactorPolicyShape,
} from "./schemas";
import {
  listMembersWithoutTwoFactor,
  MAX_MAILED,
  readPolicy,
  setTwoFactorPolicy,
} from "./two-factor-policy";

const member = "/organizations/{org}";
const twoFactor = "/organizations/{org}/two-factor";
const slug = slugSchema.optional();
/**
 * The URL of the current logo, or an external URL. `replaceLogoUrl` checks that an uploaded logo is the current one.
 */
const logoUrlField = z
  .union(
    [
      z.templateLiteral(["/api/logos/", z.string()]),
      z.url({ protocol: /^https$/ }),
    ],
    {
      error: rule("LOGO_URL_INVALID"),
    },
  )
  .refine((url) => url.length <= 500, {
    error: rule("TOO_LONG"),
    params: { max: 500 },
  })
  .refine((url) => !hasCredentials(url), rule("LOGO_URL_CREDENTIALS"));

function hasCredentials(url: string): boolean {
  const { username, password } = new URL(url, "https://logo.invalid");
  return username !== "" || password !== "";
}

export const organizationsRouter = router({
  list: callerProcedure
    .meta(
      rest("GET", "/organizations", {
        summary: "List your organizations",
        description:
          "`deleted=true` lists the deleted organizations that you can restore instead; `suspended=true` those where an admin suspended your access. An API key only has its own organization.",
      }),
    )
    .input(
      z
        .strictObject({
          ...pageFields("organization"),
          deleted: flagField.optional(),
          suspended: flagField.optional(),
        })
        .refine(({ deleted, suspended }) => !(deleted && suspended), {
          error: rule("NOT_TOGETHER"),
          params: { fields: ["deleted", "suspended"] },
        })
        .optional(),
    )
    .output(built(pageOf(organizationShape)))
    .query(async ({ ctx, input }) =>
      pageFrom(
        await organizationsFor(
          ctx.db,
          ctx.authenticated,
          ctx.services.now(),
          input,
        ),
        input,
      ),
    ),

  create: userProcedure
    .meta(
      rest("POST", "/organizations", {
        summary: "Create an organization",
        status: 201,
        description:
          "You are its admin. Without `slug`, the slug is made from the name.",
        reasons: ["SLUG_TAKEN"],
      }),
    )
    .input(z.strictObject({ name: organizationNameField, slug }))
    .output(organizationShape)
    .mutation(async ({ ctx, input }) => {
      const { limits, config } = ctx.services;
      await limits.consume("newOrganization", ctx.user.id);
      ctx.work.onRollback(
        () => void limits.giveBack("newOrganization", ctx.user.id),
      );
      const takesPayments = config.billing.provider !== "off";
      return createOrganization(
        ctx.db,
        ctx.work,
        ctx.user.id,
        input,
        takesPayments,
      );
    }),

  checkSlug: userProcedure
    .meta(
      rest("GET", "/organization-slugs/{slug}", {
        summary: "Check whether a slug is available",
        description:
          "For a form in which a user types a slug. The answer is no promise: another organization can take the slug meanwhile.",
      }),
    )
    .input(
      z.strictObject({
        slug: slugSchema,
        org: orgField
          .optional()
          .describe(
            "The slug or the ID of your organization that is to get the slug. Its present and former slugs are available to it.",
          ),
      }),
    )
    .output(slugCheckShape)
    .query(async ({ ctx, input }) => {
      await ctx.services.limits.consume("slugCheck", ctx.user.id);
      const caller = { userId: ctx.user.id, org: input.org };
      return checkSlug(ctx.db, input.slug, caller, ctx.services.now());
    }),

  get: roleProcedure("organization:read")
    .meta(
      rest("GET", member, {
        summary: "Read an organization",
        description: "With your role in it.",
      }),
    )
    .input(orgInput({}))
    .output(organizationShape)
    .query(({ ctx }) =>
      toOrganization(ctx.caller.organization, ctx.caller.organization),
    ),

  settings: roleProcedure("organization:read")
    .meta(
      rest("GET", `${member}/settings`, {
        summary: "Read an organization's settings",
        description: "Settings that were never changed have their defaults.",
      }),
    )
    .input(orgInput({}))
    .output(organizationSettings.extend({ updatedAt: moment }))
    .query(({ ctx }) => readSettings(ctx.db)),

  update: roleProcedure("organization:update")
    .meta(
      rest("PUT", member, {
        summary: "Change an organization's name, slug, logo or settings",
        description: UNLESS_CHANGED,
        reasons: ["SLUG_TAKEN", "SLUG_LIMIT", "STALE"],
      }),
    )
    .input(
      orgInput({
        name: organizationNameField.optional(),
        slug,
        logoUrl: logoUrlField.nullable().optional(),
        settings: organizationSettingsChanges.optional(),
        updatedAt: z.iso.datetime().optional(),
      }),
    )
    .output(organizationShape)
    .mutation(({ ctx, input: { org: _, updatedAt, ...changes } }) => {
      // An API key cannot allow longer lifetimes of API keys.
      if (changes.settings?.apiKeyMaxDays !== undefined)
        requireSession(ctx.caller);
      return updateOrganization(
        ctx.db,
        ctx.caller.organization,
        changes,
        updatedAt ?? ctx.request.readAt,
      );
    }),

  setLogo: roleProcedure("organization:update")
    .meta(
      rest("PUT", `${member}/logo`, {
        summary: "Set an organization's logo",
        description: IMAGE_DESCRIPTION,
      }),
    )
    .input(orgInput({ image: imageField }))
    .output(organizationShape)
    .mutation(({ ctx, input }) =>
      setLogo(ctx.db, ctx.caller.organization, input.image),
    ),

  removeLogo: roleProcedure("organization:update")
    .meta(
      rest("DELETE", `${member}/logo`, {
        summary: "Remove an organization's logo",
        status: 204,
        description: "Does nothing if the organization has no logo.",
      }),
    )
    .input(orgInput({}))
    .output(z.void())
    .mutation(({ ctx }) => removeLogo(ctx.db, ctx.caller.organization)),

  delete: roleProcedure("organization:delete")
    .meta(
      rest("DELETE", member, {
        summary: "Delete an organization",
        status: 204,
        guardsItself:
          "It waits for the payment provider, and depends on the permissions of the caller alone.",
        description:
          "`confirm` is the slug. Needs a recent authentication. The subscription ends at once; an admin can restore the organization for 30 days.",
        reasons: ["REAUTHENTICATION_REQUIRED", "BILLING_FAILED"],
      }),
    )
    .input(orgInput({ confirm: z.string().max(64).optional() }))
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      requireRecentSession(ctx.caller, ctx.services.now());
      await deleteOrganization(ctx.db, input.confirm);
      await endSubscription(ctx.db, ctx.services.billing.provider);
    }),

  export: roleProcedure("organization:delete")
    .meta(
      rest("GET", `${member}/export`, {
        summary: "Download everything that the organization owns",
        description:
          "REST only. JSON Lines of members, roles, projects, service accounts, logo and audit log, as they are at one moment. `tenantry org import` reads the file at another installation. Needs a recent authentication.",
        reasons: ["REAUTHENTICATION_REQUIRED"],
      }),
    )
    .input(orgInput({}))
    .output(z.unknown())
    .query(async ({ ctx }) => {
      requireRest(ctx.request, `${member}/export`);
      requireRecentSession(ctx.caller, ctx.services.now());
      return downloadOf(ctx);
    }),

  twoFactor: roleProcedure("organization:update")
    .meta(
      rest("GET", twoFactor, {
        summary: "Read the two-factor policy and how many members it affects",
        description: "`lacking` members have no second factor.",
      }),
    )
    .input(orgInput({}))
    .output(twoFactorPolicyShape)
    .query(({ ctx }) =>
      readPolicy(
        ctx.db,
        ctx.caller.id,
        ctx.caller.organization.twoFactorRequiredFrom,
      ),
    ),

  requireTwoFactor: roleProcedure("organization:update")
    .meta(
      rest("PUT", twoFactor, {
        summary: "Set the two-factor policy",
        description: `Members without two-factor authentication lose access \`graceDays\` days from now: all their calls in the organization get 403 SECOND_FACTOR_REQUIRED, except leaving it. Sending it again restarts the days. You need two-factor authentication yourself. \`mailed\` is the number of members who were notified by mail: at most ${MAX_MAILED}, the oldest members first. All members see a notice.`,
        reasons: ["REAUTHENTICATION_REQUIRED"],
      }),
    )
    .input(
      orgInput({
        required: z.boolean(),
        graceDays: z.int().min(0).max(90).default(0),
      }),
    )
    .output(twoFactorPolicyShape.extend({ mailed: z.number() }))
    .mutation(({ ctx, input }) => {
      requireRecentSession(ctx.caller, ctx.services.now());
      return setTwoFactorPolicy(ctx.db, ctx.caller, ctx.services.limits, input);
    }),

  lackingTwoFactor: roleProcedure("organization:update")
    .meta(
      rest("GET", `${twoFactor}/lacking`, {
        summary: "List members without two-factor authentication, oldest first",
        description: "They lose access when the policy comes into force.",
      }),
    )
    .input(orgInput(pageFields("membership")))
    .output(pageOf(membershipShape))
    .query(({ ctx, input }) => listMembersWithoutTwoFactor(ctx.db, input)),

  restore: userProcedure
    .meta(
      rest("POST", `${member}/restore`, {
        summary: "Restore a deleted organization",
        description:
          "For 30 days after the deletion, by any of its admins. `{org}` is its ID. The subscription does not come back.",
        reasons: ["ORGANIZATION_NOT_FOUND", "SECOND_FACTOR_REQUIRED"],
      }),
    )
    .input(z.strictObject({ org: orgField }))
    .output(organizationShape)
    .mutation(({ ctx, input }) =>
      restoreOrganization(ctx.db, ctx.work, ctx.user.id, input.org),
    ),
});
