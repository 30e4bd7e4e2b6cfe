import { z } from "zod";
import type { serviceAccounts } from "#server/core/service-accounts/table";
import { roleNameOf } from "#server/core/roles/grants";
import { iso } from "#server/kernel/inputs";
import { idOf, moment, named, roleId } from "#server/kernel/shapes";

export const serviceAccountShape = named(
  "ServiceAccount",
  z.object({
    id: idOf("serviceAccount"),
    name: z.string(),
    description: z.string(),
    role: roleId,
    roleName: z.string(),
    steward: z
      .object({ id: idOf("user"), name: z.string(), email: z.string() })
      .nullable()
      .describe(
        "The member who is responsible for the account; null after this member left, until another one is chosen.",
      ),
    suspendedAt: moment
      .nullable()
      .describe("When the account was suspended; null while its keys work."),
    keys: z.int().describe("The number of its keys that are not revoked."),
    createdAt: moment,
    updatedAt: moment,
  }),
);

export type ServiceAccount = z.infer<typeof serviceAccountShape>;

/** A service account with the fields that are read from other tables. */
export type ServiceAccountRow = typeof serviceAccounts.$inferSelect & {
  /** The name of the role if it is a custom role; null for a built-in role. */
  customName: string | null;
  stewardName: string | null;
  stewardEmail: string | null;
  keys: number;
};

export function toServiceAccount(row: ServiceAccountRow): ServiceAccount {
  const { id, name, description, role, keys, suspendedAt } = row;
  return {
    id,
    name,
    description,
    role,
    roleName: roleNameOf(role, row.customName),
    steward: stewardOf(row),
    suspendedAt: suspendedAt === null ? null : iso(suspendedAt),
    keys,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  };
}

function stewardOf({
  stewardId: id,
  stewardName: name,
  stewardEmail: email,
}: ServiceAccountRow): ServiceAccount["steward"] {
  return id === null || name === null || email === null
    ? null
    : { id, name, email };
}
