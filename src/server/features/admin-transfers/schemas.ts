import { z } from "zod";

const person = z.object({ id: z.string(), name: z.string() });

export const transferShape = z.object({
  id: z.string(),
  from: person,
  to: person,
  /** What whoever gives the role away is afterwards. */
  roleAfter: z.string(),
  roleAfterName: z.string(),
  /** The recipient has to set one up before they can take it. */
  lacksSecondFactor: z.boolean(),
  expiresAt: z.string(),
  createdAt: z.string(),
});

export type Transfer = z.infer<typeof transferShape>;

/** Null where none waits, or it is none of the caller's business. */
export const pendingShape = z.object({ transfer: transferShape.nullable() });
