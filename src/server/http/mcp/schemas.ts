import type { Tool } from "@modelcontextprotocol/server";
import { z } from "zod";
import { simplify } from "#server/http/rest/openapi/schemas";
import type { JsonSchema } from "#server/http/rest/openapi/types";

/** The JSON schema of an object, which every input and output of a tool is. */
type ObjectSchema = Tool["inputSchema"];

/** The largest number of rows that a tool returns: the results fill the limited context of a language model. */
export const MAX_ROWS = 25;

/**
 * Converts the input schema of a procedure. A tool has no field `org`, because its organization is the one of the API
 * key, and its lists are shorter.
 */
export function inputSchema(schema: z.ZodType): ObjectSchema {
  const { properties = {}, required = [], ...rest } = convert(schema, "input");
  const { org: _, limit, ...fields } = properties;
  const needed = required.filter((name) => name !== "org");
  return ofObject({
    ...rest,
    properties: {
      ...fields,
      ...(limit && {
        limit: { ...limit, maximum: MAX_ROWS, default: MAX_ROWS },
      }),
    },
    ...(needed.length > 0 && { required: needed }),
  });
}

export function outputSchema(schema: z.ZodType): ObjectSchema {
  return ofObject(convert(schema, "output"));
}

// Both types describe JSON schemas. The one of the SDK allows any JSON, so an index signature cannot satisfy it.
function ofObject(schema: JsonSchema): ObjectSchema {
  return { ...schema, type: "object" } as ObjectSchema;
}

function convert(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _, ...converted } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override({ jsonSchema }) {
      const part = jsonSchema as JsonSchema;
      simplify(part, io);
      // Clients warn about a format that JSON Schema does not define.
      if (part.format === "time-zone") delete part.format;
    },
  });
  return converted as JsonSchema;
}
