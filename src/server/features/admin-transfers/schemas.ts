import { z } from "zod";
import { idOf, moment, named, roleId } from "#server/kernel/shapes";

const person = z.object({ id: idOf("user"), name: z.string() });

export const transferShape = named(
  "AdminTransfer",
  z.object({
    id: idOf("transfer"),
    from: person,
    to: person,
    roleAfter: roleId.describe("The role of the sender after the transfer."),
    roleAfterName: z.string(),
    lacksSecondFactor: z
      .boolean()
      .describe(
        "Whether the recipient must set up two-factor authentication before they can accept.",
      ),
    expiresAt: moment,
    createdAt: moment,
  }),
);

export type Transfer = z.infer<typeof transferShape>;

/**
 * `transfer` is null when no admin transfer is pending, or when the caller is not its sender, its recipient or an
 * admin.
 */
export const pendingShape = named(
  "PendingAdminTransfer",
  z.object({ transfer: transferShape.nullable() }),
);
