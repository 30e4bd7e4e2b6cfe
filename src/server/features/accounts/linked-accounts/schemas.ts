import { z } from "zod";
import { iso } from "#server/kernel/inputs";
import type { identities } from "./table";
import { idOf, moment, named } from "#server/kernel/shapes";

export const identityShape = named(
  "LinkedAccount",
  z.object({
    id: idOf("identity"),
    provider: z.string().describe("`github`, `google` or `oidc`."),
    label: z
      .string()
      .describe(
        "The email address or the user name of the account at the provider.",
      ),
    createdAt: moment,
    lastUsedAt: moment.nullable(),
  }),
);

export function toIdentity(row: typeof identities.$inferSelect) {
  const { id, provider, label, createdAt, lastUsedAt } = row;
  return {
    id,
    provider,
    label,
    createdAt: iso(createdAt),
    lastUsedAt: lastUsedAt === null ? null : iso(lastUsedAt),
  };
}
