import { z } from "zod";
import { KEY_SCOPES } from "#shared/permissions";
import type { apiKeys } from "#server/core/api-keys/table";
import { iso } from "#server/kernel/inputs";
import { idOf, moment, named, permission } from "#server/kernel/shapes";

const keyScope = named("KeyScope", z.enum(KEY_SCOPES));

/** The permissions that a caller gives to a key. */
export const scopesField = z.array(keyScope).min(1).max(100).meta({
  description:
    "Permissions that the given ones need are added: `project:create` includes `project:read`. The response has all of them.",
});

export const MAX_LIFETIME_DAYS = 365;
export const expiresInDaysField = z
  .int()
  .min(1)
  .max(MAX_LIFETIME_DAYS)
  .nullable()
  .meta({
    description:
      "The days until the key expires, by default 90; null for a key that does not expire, which needs a recent authentication. The setting `apiKeyMaxDays` of the organization can set a maximum.",
  });

export const apiKeyShape = named(
  "ApiKey",
  z.object({
    id: idOf("apiKey"),
    name: z.string(),
    scopes: z
      .array(permission)
      .describe(
        "The permissions of the key. A call has those of them that the present role of the owner grants too.",
      ),
    last4: z.string().describe("The last four characters of the secret."),
    expiresAt: moment.nullable(),
    lastUsedAt: moment
      .nullable()
      .describe("When the key was last used, accurate to a minute."),
    graceUntil: moment
      .nullable()
      .describe(
        "Until when the secret before the last rotation is valid; null if only the current secret is valid.",
      ),
    createdAt: moment,
    owner: z.object({
      kind: z.enum(["user", "service"]),
      id: z.string(),
      name: z.string(),
    }),
    isExpired: z.boolean(),
  }),
);

export type ApiKey = z.infer<typeof apiKeyShape>;

/** A key with its secret, which is returned only once. */
export const issuedKeyShape = named(
  "IssuedApiKey",
  z.object({
    key: apiKeyShape,
    secret: z
      .string()
      .describe(
        "The secret, which is not stored and cannot be shown again. Programs send it in the header `Authorization: Bearer …`.",
      ),
  }),
);

/** A personal key with its organization. */
export const ownKeyShape = named(
  "OwnApiKey",
  apiKeyShape.extend({
    organization: z.object({
      id: idOf("organization"),
      slug: z.string(),
      name: z.string(),
    }),
  }),
);

export type KeyRow = typeof apiKeys.$inferSelect;

export function toApiKey(row: KeyRow, ownerName: string, now: number): ApiKey {
  const { id, name, scopes, last4, graceUntil, userId } = row;
  const inGrace = graceUntil !== null && graceUntil > now;
  return {
    id,
    name,
    scopes,
    last4,
    expiresAt: orNull(row.expiresAt),
    lastUsedAt: orNull(row.lastUsedAt),
    graceUntil: inGrace ? iso(graceUntil) : null,
    createdAt: iso(row.createdAt),
    owner: {
      kind: userId === null ? "service" : "user",
      id: userId ?? row.serviceAccountId ?? "",
      name: ownerName,
    },
    isExpired: isExpired(row, now),
  };
}

export function isExpired(
  { expiresAt }: Pick<KeyRow, "expiresAt">,
  now: number,
): boolean {
  return expiresAt !== null && expiresAt <= now;
}

function orNull(milliseconds: number | null): string | null {
  return milliseconds === null ? null : iso(milliseconds);
}
