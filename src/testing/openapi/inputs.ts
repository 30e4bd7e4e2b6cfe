import type { generateSync } from "json-schema-faker";
import type { JsonSchema } from "#server/http/rest/openapi/types";
import type { Checker } from "./check";

type GeneratorSchema = Parameters<typeof generateSync>[0];

/** A pattern for texts whose real pattern uses classes of Unicode, which the generator does not know. */
const PLAIN = "^[A-Za-z][A-Za-z0-9]{1,20}$";

/**
 * Returns the schema for the generator: with plain patterns, and without the rare texts that no caller sends, such as
 * addresses without a domain.
 */
export function generatable(schema: JsonSchema): GeneratorSchema {
  return visit(schema) as GeneratorSchema;
}

function visit(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(visit);
  if (typeof schema !== "object" || schema === null) return schema;
  const { pattern, allOf, format, ...rest } = schema as JsonSchema;
  const visited = Object.fromEntries(
    Object.entries(rest).map(([keyword, value]) => [keyword, visit(value)]),
  );
  const texts = [pattern, ...(allOf ?? []).map((one) => one.pattern)];
  if (format === "email")
    return { type: "string", pattern: "^[a-z]{3,9}@[a-z]{3,9}\\.test$" };
  if (format === "time-zone") return { enum: ["UTC", "Europe/Berlin"] };
  if (texts.some((text) => text?.includes("\\p{")))
    return { type: "string", pattern: PLAIN };
  return {
    ...visited,
    ...(pattern !== undefined && { pattern }),
    ...(format !== undefined && { format }),
    ...(allOf !== undefined && { allOf: visit(allOf) }),
  };
}

interface Breaking {
  schema: JsonSchema;
  fields: Record<string, unknown>;
  name: string;
  /** Chooses one of the values that break the field. */
  choice: number;
}

const WRONG: readonly unknown[] = [
  {},
  [],
  null,
  true,
  -1.5,
  "",
  "x".repeat(20_000),
  [{}],
];

/** Returns the fields with one broken field; undefined if the schema of the field allows every value. */
export function brokenBy(
  checker: Checker,
  { schema, fields, name, choice }: Breaking,
): Record<string, unknown> | undefined {
  const property = schema.properties?.[name];
  if (!property) return { ...fields, [name]: 1 };
  const { [name]: _, ...without } = fields;
  const broken = WRONG.filter(
    // A text of another pattern, such as an unknown ID, can be well-formed for the server.
    (value) => checker.value(withoutPattern(property), value).length > 0,
  ).map((value) => ({ ...without, [name]: value }));
  if (schema.required?.includes(name))
    broken.push(without as (typeof broken)[number]);
  return broken[choice % broken.length];
}

function withoutPattern({ pattern: _, ...schema }: JsonSchema): JsonSchema {
  return schema;
}
