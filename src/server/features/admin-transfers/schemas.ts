import { z } from "zod";

const person = z.object({ id: z.string(), name: z.string() });

export const transferShape = z.object({
  id: z.string(),
  from: person,
  to: person,
  /** The role of the sender after the transfer. */
  roleAfter: z.string(),
  roleAfterName: z.string(),
  /** Whether the recipient must set up two-factor authentication before they can accept. */
  lacksSecondFactor: z.boolean(),
  expiresAt: z.string(),
  createdAt: z.string(),
});

export type Transfer = z.infer<typeof transferShape>;

/**
 * `transfer` is null when no admin transfer is pending, or when the caller is not its sender, its recipient or an
 * admin.
 */
export const pendingShape = z.object({ transfer: transferShape.nullable() });
