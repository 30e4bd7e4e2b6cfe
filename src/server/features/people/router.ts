import { z } from "zod";
import { pageSizeField, roleField } from "#shared/fields";
import { idField, orgInput, pageOf } from "#server/kernel/inputs";
import { built } from "#server/rpc/built-output";
import { rest } from "#server/rpc/meta";
import { roleProcedure, router } from "#server/rpc/trpc";
import { ORDERS, PEOPLE_SORTS, PERSON_KINDS, PERSON_STATUSES } from "./filter";
import { getPerson } from "./get";
import { listPeople } from "./list";
import { personDetailsShape, personShape } from "./schemas";

const collection = "/organizations/{org}/people";
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

  get: roleProcedure("member:read")
    .meta(
      rest("GET", `${collection}/{userId}`, {
        summary: "Read what is known about a member",
        description:
          "`{userId}` is the ID of the user. The events of a member are at `/organizations/{org}/audit-log?actor={userId}`.",
        reasons: ["NOT_FOUND"],
      }),
    )
    .input(orgInput({ userId: idField("user") }))
    .output(built(personDetailsShape))
    .query(({ ctx, input }) => getPerson(ctx.db, ctx.caller, input.userId)),
});
