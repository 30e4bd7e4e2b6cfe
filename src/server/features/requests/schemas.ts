import { z } from "zod";
import { idOf, moment, named, permission, roleId } from "#server/kernel/shapes";
import { REQUEST_KINDS } from "./table";

export const requestShape = named(
  "AccessRequest",
  z.object({
    id: idOf("accessRequest"),
    kind: z.enum(REQUEST_KINDS),
    permission: permission
      .nullable()
      .describe("The permission that the member asks for; null for a seat."),
    message: z
      .string()
      .nullable()
      .describe("What the member wrote to the admins."),
    user: z.object({
      id: idOf("user"),
      name: z.string(),
      email: z.string(),
      avatarUrl: z.string().nullable(),
    }),
    role: roleId.describe("The present role of the member."),
    roleName: z.string(),
    createdAt: moment,
    expiresAt: moment,
  }),
);

export type AccessRequest = z.infer<typeof requestShape>;
