import { z } from "zod";
import { idPattern, type IdKind } from "#shared/id";
import { type Permission, PERMISSIONS } from "#shared/permissions";
import { ROLE_PATTERN } from "#shared/fields";

/** The schemas that have a name in the OpenAPI document. */
export const namedShapes = new Map<string, z.ZodType>();

/** Gives a schema a name in the OpenAPI document. Other schemas that contain it refer to it by the name. */
export function named<S extends z.ZodType>(name: string, schema: S): S {
  if (namedShapes.has(name))
    throw new Error(`Two schemas have the name ${name}.`);
  namedShapes.set(name, schema);
  return schema;
}

/** A time in a response, as ISO 8601 in UTC. */
export const moment = z.string().meta({ format: "date-time" });

/** An ID in a response. */
export function idOf(kind: IdKind) {
  return z.string().meta({ pattern: idPattern(kind) });
}

/** A role in a response. */
export const roleId = named(
  "RoleId",
  z.string().meta({
    description:
      "The name of a built-in role (`admin`, `member` or `viewer`), or the ID of a custom role.",
    pattern: ROLE_PATTERN,
  }),
);

export const permission = named(
  "Permission",
  z.enum(PERMISSIONS as [Permission, ...Permission[]]),
);
