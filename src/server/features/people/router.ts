import { z } from "zod";
import { pageSizeField, roleField } from "#shared/fields";
import { idField, orgInput, pageOf } from "#server/kernel/inputs";
import { built } from "#server/rpc/built-output";
import { rest } from "#server/rpc/meta";
import { requireRest } from "#server/rpc/require-rest";
import { roleProcedure, router } from "#server/rpc/trpc";
import { exportPeople } from "./export";
import { ORDERS, PEOPLE_SORTS, PERSON_KINDS, PERSON_STATUSES } from "./filter";
import { getPerson } from "./get";
import { listPeople } from "./list";
import { personDetailsShape, personShape } from "./schemas";

const collection = "/organizations/{org}/people";
/** A download costs this many units of the rate limit `heavyRead`. */
const DOWNLOAD_UNITS = 100;
const filter = {
  q: z
    .string()
    .max(200)
    .optional()
    .describe("A part of the name or of the email address."),
  kind: z
    .enum(PERSON_KINDS)
    .optional()
    .describe("Only members, or only invitations, also expired ones."),
  role: roleField.optional(),
  status: z.enum(PERSON_STATUSES).optional(),
  twoFactor: z
    .enum(["on", "off"])
    .optional()
    .describe(
      "Members with or without two-factor authentication. Needs `member:update`.",
    ),
  inactiveDays: z.coerce
    .number<number>()
    .int()
    .min(1)
    .max(3650)
    .optional()
    .describe(
      "Members who were not active for this number of days. Needs `member:update`.",
    ),
  sort: z
    .enum(PEOPLE_SORTS)
    .default("name")
    .describe(
      "`lastActive` needs `member:update`, `projects` needs `project:read`.",
    ),
  order: z.enum(ORDERS).default("asc"),
};

export const peopleRouter = router({
  list: roleProcedure("member:read")
    .meta(
      rest("GET", collection, {
        summary: "List the members and the open invitations in one list",
        description:
          "Invitations are in the list if you have the permission `invitation:read`. They have neither activity nor projects, and come last when the list is sorted by these.",
      }),
    )
    .input(
      orgInput({
        ...filter,
        limit: pageSizeField,
        cursor: z
          .string()
          .max(2000)
          .meta({
            description:
              "The `nextCursor` of the previous page, with the same `sort` and `order`.",
          })
          .optional(),
      }),
    )
    .output(built(pageOf(personShape)))
    .query(({ ctx, input }) => listPeople(ctx.db, ctx.caller, input, input)),

  export: roleProcedure("member:update")
    .meta(
      rest("GET", `${collection}/export`, {
        summary: "Download the members and the open invitations",
        description:
          "REST only. A stream of CSV with the same filters and the same order as the list.",
      }),
    )
    .input(orgInput(filter))
    .output(z.unknown())
    .query(async ({ ctx, input }) => {
      requireRest(ctx.request, `${collection}/export`);
      const { db, caller, services } = ctx;
      await services.limits.consume("heavyRead", caller.id, DOWNLOAD_UNITS);
      const { headers } = ctx.response;
      headers["content-type"] = "text/csv; charset=utf-8";
      headers["content-disposition"] =
        `attachment; filename="${caller.organization.slug}-people.csv"`;
      return exportPeople(db, caller, input);
    }),

  get: roleProcedure("member:read")
    .meta(
      rest("GET", `${collection}/{userId}`, {
        summary: "Read what is known about a member",
        description:
          "`{userId}` is the ID of the user. What a member did is at `/organizations/{org}/audit-log?actor={userId}`, and what was done to them at `?target={userId}`.",
        reasons: ["NOT_FOUND"],
      }),
    )
    .input(orgInput({ userId: idField("user") }))
    .output(built(personDetailsShape))
    .query(({ ctx, input }) => getPerson(ctx.db, ctx.caller, input.userId)),
});
