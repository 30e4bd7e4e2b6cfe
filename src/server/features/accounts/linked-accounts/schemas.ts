import { z } from "zod";
import { iso } from "#server/kernel/inputs";
import type { identities } from "./table";

export const identityShape = z.object({
  id: z.string(),
  /** `github`, `google` or `oidc`. */
  provider: z.string(),
  /** The email address or the user name of the account at the provider. */
  label: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
});

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
