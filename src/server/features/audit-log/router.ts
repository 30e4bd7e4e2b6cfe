import { rule } from "#shared/rules";
import { z } from "zod";
import { pageSizeField } from "#shared/fields";
import { can } from "#shared/permissions";
import { orgInput, pageOf } from "#server/kernel/inputs";
import { responsibleFor } from "#server/core/caller";
import { rest } from "#server/rpc/meta";
import { requireRest } from "#server/rpc/require-rest";
import { roleProcedure, router } from "#server/rpc/trpc";
import { CONTENT_TYPES, FORMATS, linesOf } from "./export";
import { streamEvents, listEvents } from "./list";
import { readRetention } from "./retention";
import {
  auditEventShape,
  changeNoteShape,
  retentionShape,
  verificationShape,
} from "./schemas";
import { readNames } from "./summary";
import { latestEvents, MOST_TARGETS, PART_NAMES } from "./targets";
import { toVerification } from "./verification";

const path = "/organizations/{org}/audit-log";
const SEQ = rule("EVENT_NUMBER_INVALID");
const time = z.iso.datetime({ offset: true });
/** The most actions that one request selects. */
const MOST_ACTIONS = 100;
const filter = {
  actor: z
    .string()
    .min(1)
    .max(64)
    .optional()
    .describe(
      "The id of the user who caused the events, or `system` for events that the server caused.",
    ),
  action: z
    .string()
    .min(1)
    .max(MOST_ACTIONS * 65)
    .refine((list) => list.split(",").length <= MOST_ACTIONS, {
      error: rule("TOO_MANY"),
      params: { max: MOST_ACTIONS },
    })
    .optional()
    .describe(
      `The action of the events, such as \`projects.create\`. At most ${MOST_ACTIONS} actions, separated by commas.`,
    ),
  from: time.optional(),
  to: time.optional(),
};
const anchor = z
  .string()
  .regex(/^\d{1,15}:[\w-]{0,43}$/, rule("ANCHOR_INVALID"))
  .optional();

function filterOf<Input extends { action?: string }>({
  action,
  ...others
}: Input) {
  return { ...others, ...(action && { actions: action.split(",") }) };
}

/** A download costs this many units of the rate limit `heavyRead`. */
const DOWNLOAD_UNITS = 100;

export const auditRouter = router({
  list: roleProcedure("audit:read")
    .meta(
      rest("GET", path, {
        summary: "List the events of an organization, newest first",
        description:
          "A value over 2 KiB in `before` or `after` is stored as `{ cut: true, sha256, length, beginning }`: the SHA-256 and the length in bytes of the whole value, and its first 200 characters.",
      }),
    )
    .input(
      orgInput({
        ...filter,
        seq: z.coerce
          .number<number>(SEQ)
          .int(SEQ)
          .min(1, SEQ)
          .max(Number.MAX_SAFE_INTEGER, SEQ)
          .optional()
          .describe("Selects the one event with this number."),
        target: z
          .string()
          .min(1)
          .max(64)
          .optional()
          .describe(
            `Selects the events that changed one row: the ID of a project, a role, an API key or another row, or the ID of a member's user. For one part of the organization, its name: ${PART_NAMES.map((name) => `\`${name}\``).join(", ")}.`,
          ),
        limit: pageSizeField,
        cursor: z
          .string()
          .regex(/^\d{1,15}\.\d{1,15}$/, rule("UNKNOWN_CURSOR"))
          .meta({ description: "The `nextCursor` of the previous page." })
          .optional(),
      }),
    )
    .output(pageOf(auditEventShape))
    .query(({ ctx, input }) => listEvents(ctx.db, filterOf(input), input)),

  latest: roleProcedure("audit:read")
    .meta(
      rest("GET", `${path}/latest`, {
        summary: "Read who changed some rows last",
        description:
          "The newest event of each target. A target without an event is left out.",
      }),
    )
    .input(
      orgInput({
        targets: z
          .string()
          .min(1)
          .max(MOST_TARGETS * 65)
          .refine((list) => list.split(",").length <= MOST_TARGETS, {
            error: rule("TOO_MANY"),
            params: { max: MOST_TARGETS },
          })
          .describe(
            `At most ${MOST_TARGETS} targets as in \`target\` of the list, separated by commas.`,
          ),
      }),
    )
    .output(z.object({ items: z.array(changeNoteShape) }))
    .query(async ({ ctx, input }) => ({
      items: await latestEvents(ctx.db, input.targets.split(",")),
    })),

  export: roleProcedure("audit:read")
    .meta(
      rest("GET", `${path}/export`, {
        summary: "Download the events of an organization, oldest first",
        description:
          "REST only. A stream of CSV, or of JSON Lines with one event per line. The columns `target` and `summary` of the CSV file describe an event in words.",
      }),
    )
    .input(orgInput({ ...filter, format: z.enum(FORMATS) }))
    .output(z.unknown())
    .query(async ({ ctx, input }) => {
      requireRest(ctx.request, `${path}/export`);
      const { db, caller, services } = ctx;
      const { organization, currentGrants } = caller;
      await services.limits.consume("heavyRead", caller.id, DOWNLOAD_UNITS);
      const { headers } = ctx.response;
      headers["content-type"] = CONTENT_TYPES[input.format];
      headers["content-disposition"] =
        `attachment; filename="${organization.slug}-audit-log.${input.format}"`;
      const isStillAllowed = async () => {
        const grants = await currentGrants();
        return grants !== undefined && can(grants, "audit:read");
      };
      return linesOf(
        streamEvents(db, filterOf(input), isStillAllowed),
        input.format,
        (events) => readNames(db, events),
      );
    }),

  retention: roleProcedure("audit:read")
    .meta(
      rest("GET", `${path}/retention`, {
        summary: "Read how long the audit log is kept",
        description:
          "A larger plan keeps it longer at once. A smaller plan shortens it after 120 days: `next` has the new number of days and the date.",
      }),
    )
    .input(orgInput({}))
    .output(retentionShape)
    .query(({ ctx }) =>
      readRetention(ctx.db, ctx.services.billing.provider !== undefined),
    ),

  verify: roleProcedure("audit:read")
    .meta(
      rest("GET", `${path}/verification`, {
        summary: "Verify that no event was changed or removed",
        description:
          "Checks the chain of hashes. With the `anchor` of an earlier verification, also that no event of that time is missing.",
      }),
    )
    .input(orgInput({ anchor }))
    .output(verificationShape)
    .query(async ({ ctx, input }) => {
      const { audit, limits } = ctx.services;
      await limits.consume("verification", responsibleFor(ctx.caller));
      return toVerification(
        await audit.verify(ctx.caller.organization.id, input.anchor),
      );
    }),
});
