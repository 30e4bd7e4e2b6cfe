import { z } from "zod";
import { iso } from "#server/kernel/inputs";
import { roleNameOf } from "#server/core/roles/grants";
import { recordOf } from "./dns-record";
import { VERIFICATION_VALID_MS, statusOf } from "./status";
import type { domains } from "./table";
import { idOf, moment, named, roleId } from "#server/kernel/shapes";

export const domainShape = named(
  "Domain",
  z.object({
    id: idOf("domain"),
    domain: z.string(),
    status: z.enum(["pending", "verified", "failing", "lapsed"]),
    record: z
      .object({
        type: z.literal("TXT"),
        name: z.string(),
        value: z.string(),
      })
      .describe(
        "The DNS record that verifies the domain and must stay in place.",
      ),
    role: roleId
      .nullable()
      .describe(
        "The role that people with an email address at the domain get when they join; null when they cannot join by the domain.",
      ),
    roleName: z.string().nullable(),
    verifiedAt: moment.nullable(),
    checkedAt: moment
      .nullable()
      .describe("When the DNS record was last found."),
    endsAt: moment
      .nullable()
      .describe(
        "When the verification ends if the DNS record is not found again before that time.",
      ),
    createdAt: moment,
  }),
);

export type Domain = z.infer<typeof domainShape>;

/** An organization that the caller can join because of the domain of their email address. */
export const joinableShape = named(
  "JoinableOrganization",
  z.object({
    id: idOf("domain"),
    organization: z.object({
      name: z.string(),
      logoUrl: z.string().nullable(),
    }),
    domain: z.string(),
    role: roleId,
    roleName: z.string(),
  }),
);

type Row = typeof domains.$inferSelect & {
  /** The name of the role if it is a custom role; null for a built-in role. */
  customName: string | null;
};

export function toDomain(row: Row, now: number): Domain {
  const { id, domain, role, verifiedAt, checkedAt, createdAt } = row;
  const endsAt =
    verifiedAt === null || checkedAt === null
      ? null
      : checkedAt + VERIFICATION_VALID_MS;
  return {
    id,
    domain,
    status: statusOf(row, now),
    record: recordOf(row),
    role,
    roleName: role === null ? null : roleNameOf(role, row.customName),
    verifiedAt: isoOrNull(verifiedAt),
    checkedAt: isoOrNull(checkedAt),
    endsAt: isoOrNull(endsAt),
    createdAt: iso(createdAt),
  };
}

function isoOrNull(milliseconds: number | null): string | null {
  return milliseconds === null ? null : iso(milliseconds);
}
