import { curlSnippet } from "./curl";
import { mcpSnippet } from "./mcp";
import { reactSnippet } from "./react";
import { solidSnippet } from "./solid";
import { typescriptSnippet } from "./typescript";

export { PLACEHOLDER_KEY } from "./snippet";
export type { Snippet, SnippetStep, SnippetValues } from "./snippet";

/** The snippets for a first call, by language or tool. The web app and the docs show them, and tests run them. */
export const SNIPPETS = {
  curl: curlSnippet,
  typescript: typescriptSnippet,
  react: reactSnippet,
  solid: solidSnippet,
  mcp: mcpSnippet,
};

export type SnippetName = keyof typeof SNIPPETS;
