import { z } from "zod";
import type { sessions } from "#server/core/sessions/table";
import { iso } from "#server/kernel/inputs";
import { idOf, moment, named } from "#server/kernel/shapes";

export const sessionShape = named(
  "Session",
  z.object({
    id: idOf("session"),
    current: z.boolean(),
    userAgent: z.string().nullable(),
    address: z.string().nullable(),
    createdAt: moment,
    lastSeenAt: moment.describe(
      "When the session was last used, accurate to five minutes.",
    ),
    expiresAt: moment,
  }),
);

export function toSession(
  row: typeof sessions.$inferSelect,
  currentId: string,
) {
  const { id, userAgent, address, createdAt } = row;
  const lastSeenAt = Math.max(row.lastSeenAt, createdAt);
  return {
    id,
    current: id === currentId,
    userAgent,
    address,
    createdAt: iso(createdAt),
    lastSeenAt: iso(lastSeenAt),
    expiresAt: iso(Math.min(row.idleExpiresAt, row.absoluteExpiresAt)),
  };
}
