/** The values of an organization that a snippet contains. */
export interface SnippetValues {
  /** The URL of the server, such as `https://app.example.com`. */
  url: string;
  /** The slug of the organization. */
  org: string;
  /** An API key of the organization, or `PLACEHOLDER_KEY`. */
  key: string;
}

/** One step of a snippet: commands for a shell, or the content of a file. */
export type SnippetStep =
  | { kind: "install" | "run"; code: string }
  | { kind: "file"; name: string; code: string };

export type Snippet = (values: SnippetValues) => SnippetStep[];

/** Stands in a snippet where users put their own key. */
export const PLACEHOLDER_KEY = "YOUR_API_KEY";

/** The name of the client package that `bun run build:sdk` builds. */
export const PACKAGE = "tenantry";

/** The commands that prepare the example. */
export function install(code: string): SnippetStep {
  return { kind: "install", code };
}

/** The commands that run the example. */
export function run(code: string): SnippetStep {
  return { kind: "run", code };
}

export function file(name: string, code: string): SnippetStep {
  return { kind: "file", name, code };
}
