import { catalogue } from "#client/lib/language/catalogue.ts";
import { formatPeriod } from "#client/lib/formats/number.ts";

export const texts = catalogue("features/api/connect", {
  title: "Connect",
  description: "Make your first call. The examples are ready to paste.",
  tabs: {
    curl: "curl",
    typescript: "TypeScript",
    react: "React",
    solid: "Solid",
    mcp: "MCP",
  },
  key: {
    title: "API key",
    text: (placeholder: string, days: number) =>
      `Put your own key in place of ${placeholder}, or create one that can only read and expires in ${formatPeriod(days)}.`,
    create: "Create a read-only key",
    name: "Connect page (read-only)",
    failed: "The API key couldn’t be created",
    created: "The examples contain your new key. You won’t see it again.",
    nothing: "Your role has no read permission that an API key can have.",
    manage: "Manage API keys",
    leaveTitle: "Leave without copying?",
    leaveText:
      "You won’t see the new key again. If you need it later, create another one.",
  },
  about: {
    curl: "Lists your projects. Works in every language that can send HTTP requests.",
    typescript:
      "The typed client for Node and Bun. The key stays in an environment variable.",
    react:
      "A page on the same origin as the API uses the session of its user, and no API key. Keys never belong in a browser.",
    solid:
      "A page on the same origin as the API uses the session of its user, and no API key. Keys never belong in a browser.",
    mcp: "Lets an AI agent work in this organization. It can do what the key can do, and nothing else.",
  },
  install: "Terminal: prepare",
  run: "Terminal: run",
  copy: (what: string) => `Copy: ${what}`,
  code: (what: string) => `Code: ${what}`,
});
