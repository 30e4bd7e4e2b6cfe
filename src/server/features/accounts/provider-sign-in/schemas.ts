import { z } from "zod";
import { PROVIDERS } from "#shared/providers";
import { iso } from "#server/kernel/inputs";
import { userShape } from "../user-schema";
import { SECOND_FACTORS } from "#server/core/users/second-factors";
import type { identities } from "../linked-accounts/table";

export const providerField = z.enum(PROVIDERS);
/** A path of this site; anything else leads to the start. */
export const nextField = z.string().max(500);

export const providersShape = z.object({
  items: z.array(z.object({ id: providerField, name: z.string() })),
});

export const identityShape = z.object({
  id: z.string(),
  /** `github`, `google` or `oidc`. */
  provider: z.string(),
  /** How its owner recognizes it: an address or a user name. */
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

const next = z.string();

/** What came of the way to a provider and back, and the path where the person goes on. */
export const completedShape = z.union([
  z.object({ user: userShape, next }),
  z.object({
    twoFactorRequired: z.literal(true),
    methods: z.array(z.enum(SECOND_FACTORS)),
    next,
  }),
  z.object({ verificationSent: z.literal(true), email: z.string() }),
  z.object({ linked: z.string(), next }),
  z.object({ proven: z.literal(true), next }),
]);
