import type { Document, JsonSchema } from "../openapi/types";
import { resolve } from "./operations";

const BY_FORMAT: Record<string, string> = {
  email: "ana@example.com",
  "date-time": "2026-01-31T09:00:00.000Z",
  date: "2026-01-31",
  uri: "https://example.com",
  url: "https://example.com",
};

/**
 * Makes a value with the shape of a schema: the example of the schema, or its required fields with
 * placeholders. If no field is required, the value has the first field.
 */
export function sampleOf(
  document: Document,
  reference: JsonSchema,
  depth = 0,
): unknown {
  const schema = resolve(document, reference);
  const given = givenValue(schema);
  if (given !== undefined) return given;
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice) return sampleOf(document, choice, depth);
  switch (typeOf(schema)) {
    case "object":
      return depth < 6 ? sampleObject(document, schema, depth + 1) : {};
    case "array":
      return schema.items ? [sampleOf(document, schema.items, depth + 1)] : [];
    case "integer":
    case "number":
      return schema.minimum ?? 0;
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return BY_FORMAT[schema.format ?? ""] ?? "…";
  }
}

function givenValue(schema: JsonSchema): unknown {
  return [
    schema.examples?.[0],
    schema.const,
    schema.default,
    schema.enum?.[0],
  ].find((value) => value !== undefined);
}

function typeOf({ type, properties }: JsonSchema): string | undefined {
  if (properties) return "object";
  return Array.isArray(type) ? type[0] : type;
}

function sampleObject(document: Document, schema: JsonSchema, depth: number) {
  const all = Object.entries(schema.properties ?? {});
  const required = all.filter(([name]) => schema.required?.includes(name));
  const shown = required.length > 0 ? required : all.slice(0, 1);
  return Object.fromEntries(
    shown.map(([name, one]) => [name, sampleOf(document, one, depth)]),
  );
}
