import recorded from "./examples.json";

/** A call that `bun run docs:examples` made to a running server. Changing values, such as IDs, are replaced. */
export interface Example {
  /** The fields in the path and in the query. */
  parameters?: Record<string, string>;
  body?: unknown;
  status: number;
  response?: unknown;
}

/** Returns the recorded example of a procedure. */
export function exampleOf(path: string): Example | undefined {
  const examples: Record<string, Example> = recorded;
  return examples[path];
}
