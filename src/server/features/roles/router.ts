import { rule } from "#shared/rules";
import { z } from "zod";
import {
  ROLE_PATTERN,
  roleDescriptionField,
  roleField,
  roleNameField,
} from "#shared/fields";
import { isPermission, ROLES } from "#shared/permissions";
import { orgInput } from "#server/kernel/inputs";
import { permission } from "#server/kernel/shapes";
import { rest, UNLESS_CHANGED } from "#server/rpc/meta";
import { roleProcedure, router } from "#server/rpc/trpc";
import { readImpact } from "./impact";
import { deleteRole } from "./delete";
import {
  createRole,
  getRole,
  listRoles,
  MAX_ROLES,
  updateRole,
} from "./service";
import { impactShape, roleShape } from "./schemas";

const collection = "/organizations/{org}/roles";
const member = "/organizations/{org}/roles/{roleId}";
const roleId = z.string().min(1).max(64).meta({ pattern: ROLE_PATTERN });
const permissions = z.array(permission).max(100);
const COMPLETE =
  "Permissions that the given ones need are added: `billing:manage` includes `billing:read`. The response has all of them.";

export const rolesRouter = router({
  list: roleProcedure("role:read")
    .meta(
      rest("GET", collection, {
        summary: "List the built-in and custom roles with their permissions",
        description: `All on one page: an organization has at most ${MAX_ROLES} custom roles.`,
      }),
    )
    .input(orgInput({}))
    .output(z.object({ items: z.array(roleShape), nextCursor: z.null() }))
    .query(async ({ ctx }) => ({
      items: await listRoles(ctx.db),
      nextCursor: null,
    })),

  get: roleProcedure("role:read")
    .meta(
      rest("GET", member, {
        summary: "Read a role",
        description:
          "`{roleId}` is the name of a built-in role or the ID of a custom role.",
        reasons: ["NOT_FOUND"],
      }),
    )
    .input(orgInput({ roleId }))
    .output(roleShape)
    .query(({ ctx, input }) => getRole(ctx.db, input.roleId)),

  create: roleProcedure("role:manage")
    .meta(
      rest("POST", collection, {
        summary: "Create a role",
        description: `It cannot grant more than your own role. ${COMPLETE}`,
        status: 201,
        reasons: ["ROLE_LIMIT", "ROLE_NAME_TAKEN", "FEATURE_NOT_IN_PLAN"],
      }),
    )
    .input(
      orgInput({
        name: roleNameField,
        description: roleDescriptionField.optional(),
        basedOn: z.enum(ROLES),
        permissions,
      }),
    )
    .output(roleShape)
    .mutation(({ ctx, input }) => createRole(ctx.db, ctx.caller, input)),

  update: roleProcedure("role:manage")
    .meta(
      rest("PUT", member, {
        summary: "Change a role, for all members who have it",
        description: `You need all permissions that it grants before and after the change. Adding permissions needs a recent authentication. ${COMPLETE} ${UNLESS_CHANGED}`,
        reasons: [
          "NOT_FOUND",
          "BUILT_IN_ROLE",
          "REAUTHENTICATION_REQUIRED",
          "ROLE_NAME_TAKEN",
          "STALE",
        ],
      }),
    )
    .input(
      orgInput({
        roleId,
        name: roleNameField.optional(),
        description: roleDescriptionField.optional(),
        permissions: permissions.optional(),
        updatedAt: z.iso.datetime().optional(),
      }),
    )
    .output(roleShape)
    .mutation(({ ctx, input: { roleId: id, updatedAt, ...changes } }) =>
      updateRole(
        ctx.db,
        ctx.caller,
        id,
        changes,
        updatedAt ?? ctx.request.readAt,
      ),
    ),

  delete: roleProcedure("role:manage")
    .meta(
      rest("DELETE", member, {
        summary: "Delete a role",
        description:
          "A role in use needs a `replacement` for its members and service accounts, and for the invitations, links, domains and admin transfers that would give it.",
        status: 204,
        reasons: [
          "NOT_FOUND",
          "BUILT_IN_ROLE",
          "REAUTHENTICATION_REQUIRED",
          "ROLE_IN_USE",
          "ROLE_NOT_FOUND",
        ],
      }),
    )
    .input(orgInput({ roleId, replacement: roleField.optional() }))
    .output(z.void())
    .mutation(({ ctx, input }) =>
      deleteRole(ctx.db, ctx.caller, input.roleId, input.replacement),
    ),

  impact: roleProcedure("role:manage")
    .meta(
      rest("GET", `${member}/impact`, {
        summary: "Preview the effect of a change to a role",
        description:
          "Send the new `permissions`, or the `replacement` that its members would get.",
        reasons: ["NOT_FOUND", "ROLE_NOT_FOUND"],
      }),
    )
    .input(
      orgInput({
        roleId,
        permissions: z
          .string()
          .max(2000)
          .refine(
            (list) => listed(list).every(isPermission),
            rule("PERMISSIONS_INVALID"),
          )
          .optional()
          .describe("The permissions, separated by commas."),
        replacement: roleField.optional(),
      }).refine(
        (given) =>
          (given.permissions === undefined) !==
          (given.replacement === undefined),
        {
          path: ["permissions"],
          message: rule("EXACTLY_ONE"),
          params: { fields: ["permissions", "replacement"] },
        },
      ),
    )
    .output(impactShape)
    .query(({ ctx, input }) =>
      readImpact(
        ctx.db,
        input.roleId,
        input.replacement === undefined
          ? { permissions: listed(input.permissions).filter(isPermission) }
          : { replacement: input.replacement },
      ),
    ),
});

function listed(text = ""): string[] {
  return text.split(",").filter(Boolean);
}
