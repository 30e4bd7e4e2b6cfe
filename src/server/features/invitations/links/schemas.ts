import { z } from "zod";
import { iso } from "#server/kernel/inputs";
import { type NamedRole, roleNameOf } from "#server/core/roles/grants";
import type { invitationLinks } from "./table";
import { idOf, moment, named, roleId } from "#server/kernel/shapes";

/**
 * The status of an invitation link. `void` means that the inviter can no longer give the role, and `full` means that
 * the link has been used `maxUses` times.
 */
const STATUSES = ["live", "expired", "full", "revoked", "void"] as const;

export const linkShape = named(
  "InvitationLink",
  z.object({
    id: idOf("link"),
    role: roleId,
    roleName: z.string(),
    status: z.enum(STATUSES),
    uses: z.int(),
    maxUses: z
      .int()
      .nullable()
      .describe(
        "How many users can join by the link; null when there is no limit.",
      ),
    domains: z
      .array(z.string())
      .describe(
        "The domains to which the link is restricted: only users with an email address at one of them can join. An empty list means any domain.",
      ),
    createdBy: z
      .string()
      .describe("The name of the user who created the link."),
    createdAt: moment,
    expiresAt: moment,
  }),
);

export type Link = z.infer<typeof linkShape>;

/**
 * A new invitation link with its URL. No later call returns the URL, because the database stores only a hash of the
 * link's token.
 */
export const newLinkShape = named(
  "NewInvitationLink",
  linkShape.extend({ url: z.string() }),
);

export const linkPreviewShape = named(
  "InvitationLinkPreview",
  z.object({
    organization: z.object({
      name: z.string(),
      logoUrl: z.string().nullable(),
    }),
    role: roleId,
    roleName: z.string(),
    invitedBy: z.string(),
    domains: z.array(z.string()),
    expiresAt: moment,
    requiresTwoFactor: z.boolean(),
  }),
);

export type LinkRow = Omit<typeof invitationLinks.$inferSelect, "tokenHash">;

export function statusOf(
  { revokedAt, expiresAt, maxUses, uses }: LinkRow,
  mayGive: boolean,
  now: number,
): Link["status"] {
  if (revokedAt !== null) return "revoked";
  if (expiresAt <= now) return "expired";
  if (maxUses !== null && uses >= maxUses) return "full";
  return mayGive ? "live" : "void";
}

export function toLink(
  row: LinkRow,
  { customName }: Pick<NamedRole, "customName">,
  createdBy: string,
  status: Link["status"],
): Link {
  const { id, role, uses, maxUses, domains } = row;
  return {
    id,
    role,
    roleName: roleNameOf(role, customName),
    status,
    uses,
    maxUses,
    domains,
    createdBy,
    createdAt: iso(row.createdAt),
    expiresAt: iso(row.expiresAt),
  };
}
