import { z } from "zod";
import { personNameField } from "#shared/fields";
import { orgField } from "#server/kernel/inputs";
import { built } from "#server/rpc/built-output";
import { rest } from "#server/rpc/meta";
import { invalidField } from "#server/kernel/errors";
import { isKeyCall } from "#server/core/caller";
import { callerProcedure, userProcedure } from "#server/rpc/trpc";
import { readKeyContext } from "./key-context";
import { changeProfile, readContext, switchOrganization } from "./service";
import { toUser, userShape } from "../user";
import { contextShape } from "./schemas";

export const profileProcedures = {
  context: callerProcedure
    .meta(
      rest("GET", "/auth/context", {
        summary: "Read your account, your organizations and your permissions",
        description:
          "With `org`, the organization, your role and your permissions there; without it, those of the organization that you visited last. With an API key, it answers about the organization of the key, and `permissions` are those of the call.",
        reasons: [
          "ORGANIZATION_NOT_FOUND",
          "SLUG_RETIRED",
          "MEMBERSHIP_SUSPENDED",
        ],
      }),
    )
    .input(z.strictObject({ org: orgField.optional() }).optional())
    .output(built(contextShape))
    .query(async ({ ctx, input }) => {
      const { authenticated, services, request } = ctx;
      // Without `org`, the context could be about an organization that does not have the role.
      if (request.viewAsRole !== undefined && !input?.org)
        throw invalidField("org", "ORGANIZATION_REQUIRED");
      if (input?.org && !authenticated.organization)
        throw await services.sessions.organizationMissing(
          authenticated,
          input.org,
          services.now(),
        );
      return isKeyCall(authenticated)
        ? readKeyContext(ctx, authenticated)
        : readContext(ctx, authenticated);
    }),

  switchOrganization: userProcedure
    .meta(
      rest("POST", "/auth/switch-organization", {
        summary: "Choose the organization that your next visit opens",
        repeatable: true,
        withoutWriteBudget: true,
        description:
          "`organizationId` is a slug or an ID. Returns the new context.",
        reasons: [
          "ORGANIZATION_NOT_FOUND",
          "SLUG_RETIRED",
          "MEMBERSHIP_SUSPENDED",
        ],
      }),
    )
    .input(z.strictObject({ organizationId: orgField }))
    .output(built(contextShape))
    .mutation(({ ctx, input }) =>
      switchOrganization(ctx, ctx.signedIn, input.organizationId),
    ),

  me: userProcedure
    .meta(
      rest("GET", "/auth/me", {
        summary: "Read your profile",
        description: "Your name, email address and picture.",
      }),
    )
    .input(z.strictObject({}).optional())
    .output(userShape)
    .query(({ ctx }) => toUser(ctx.user)),

  updateMe: userProcedure
    .meta(
      rest("PATCH", "/auth/me", {
        summary: "Change your profile",
        description: "Changes the name that other members see.",
      }),
    )
    .input(z.strictObject({ name: personNameField }))
    .output(userShape)
    .mutation(({ ctx, input }) => changeProfile(ctx.work, ctx.user, input)),
};
