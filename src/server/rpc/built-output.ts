import type { z } from "zod";

/**
 * The schema of an output that the procedure builds field by field, as `toProject` does, so that no other field can be
 * in it. The schema describes the output in the API and in the types, but tRPC does not check each output again. The
 * test kit compares every response with the schema.
 */
export class BuiltOutput<S extends z.ZodType = z.ZodType> {
  declare readonly _input: z.input<S>;
  declare readonly _output: z.output<S>;

  constructor(readonly schema: S) {}

  /** tRPC calls this to check the output. */
  parse(output: z.output<S>): z.output<S> {
    return output;
  }
}

/** Marks the output of a procedure that is called often. Its type must follow from functions such as `toProject`. */
export function built<S extends z.ZodType>(schema: S): BuiltOutput<S> {
  return new BuiltOutput(schema);
}

/** Returns the schema of an output of a procedure. */
export function outputSchemaOf(output: z.ZodType | BuiltOutput): z.ZodType {
  return output instanceof BuiltOutput ? output.schema : output;
}
