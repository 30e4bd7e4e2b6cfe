import { z } from "zod";
import { namedShapes } from "#server/kernel/shapes";
import type { JsonSchema } from "./types";

/** The JSON schemas of the procedures by their paths, and the schemas with a name to which they refer. */
export interface Schemas {
  inputs: Map<string, JsonSchema>;
  outputs: Map<string, JsonSchema>;
  named: Record<string, JsonSchema>;
}

export interface WithSchemas {
  input: z.ZodType;
  output: z.ZodType;
}

/** Converts the schemas of all procedures. */
export function convertSchemas(
  procedures: ReadonlyMap<string, WithSchemas>,
): Schemas {
  const inputs = convert(
    [...procedures].map(([path, { input }]) => [path, input]),
    "input",
  );
  const outputs = convert(
    [...procedures].map(([path, { output }]) => [path, output]),
    "output",
  );
  const paths = [...procedures.keys()];
  return {
    inputs: new Map(paths.map((path) => [path, at(inputs, path)])),
    outputs: new Map(paths.map((path) => [path, at(outputs, path)])),
    named: { ...usedIn(inputs, paths), ...usedIn(outputs, paths) },
  };
}

export function refTo(name: string): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

export function nameOf({ $ref }: JsonSchema): string | undefined {
  return $ref?.split("/").at(-1);
}

// A procedure may have a schema with a name, or share its schema with another procedure. Zod gives each schema one name.
function convert(
  given: [path: string, schema: z.ZodType][],
  io: "input" | "output",
): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  const names = new Map<z.ZodType, string>();
  for (const [name, schema] of [...namedShapes, ...given]) {
    if (names.has(schema)) continue;
    names.set(schema, name);
    registry.add(schema, { id: name });
  }
  const { schemas } = z.toJSONSchema(registry, {
    io,
    unrepresentable: "any",
    uri: (name) => refTo(name).$ref,
    override: ({ jsonSchema }) => simplify(jsonSchema as JsonSchema, io),
  });
  const all = schemas as Record<string, JsonSchema>;
  for (const schema of Object.values(all)) {
    delete schema.$schema;
    delete schema.$id;
  }
  for (const [path, schema] of given) {
    const name = names.get(schema) ?? path;
    if (name !== path)
      all[path] = namedShapes.has(name) ? refTo(name) : at(all, name);
  }
  return all;
}

/** Removes the keywords that zod writes and that say nothing to the reader of a schema. */
export function simplify(schema: JsonSchema, io: "input" | "output"): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  // A later version may add fields to a response.
  if (io === "output" && schema.additionalProperties === false)
    delete schema.additionalProperties;
  // The format says the same in fewer words.
  if (schema.format === "date-time" || schema.format === "date")
    delete schema.pattern;
}

/** Returns the named schemas that the schemas of the procedures contain, also indirectly. */
function usedIn(
  all: Record<string, JsonSchema>,
  paths: readonly string[],
): Record<string, JsonSchema> {
  const used: Record<string, JsonSchema> = {};
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const name = nameOf(value as JsonSchema);
    if (name !== undefined && !Object.hasOwn(used, name)) {
      used[name] = at(all, name);
      visit(used[name]);
    }
    for (const part of Object.values(value)) visit(part);
  };
  for (const path of paths) visit(at(all, path));
  return used;
}

function at(all: Record<string, JsonSchema>, name: string): JsonSchema {
  const schema = all[name];
  if (!schema) throw new Error(`The OpenAPI document has no schema ${name}.`);
  return schema;
}
