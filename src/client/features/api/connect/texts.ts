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
      `Replace ${placeholder} with your own key, or create a read-only key that expires in ${formatPeriod(days)}.`,
    create: "Create a read-only key",
    name: "Connect page (read-only)",
    failed: "The API key couldn’t be created",
    created: "The examples contain your new key. You won’t see it again.",
    nothing: "Your role has no read permissions that an API key can have.",
    manage: "Manage API keys",
    leaveTitle: "Leave without copying?",
    leaveText:
      "You won’t see the new key again. If you need it later, create another one.",
  },
  about: {
    curl: "Lists your projects. Works with any language that can send HTTP requests.",
    typescript:
      "The typed client for Node and Bun. Keep the key in an environment variable.",
    react:
      "On the same origin as the API, your page uses the signed-in user’s session instead of an API key. Never put an API key in a browser.",
    solid:
      "On the same origin as the API, your page uses the signed-in user’s session instead of an API key. Never put an API key in a browser.",
    mcp: "Connects an AI agent to this organization. The agent can only do what the key allows.",
  },
  install: "Terminal: prepare",
  run: "Terminal: run",
  copy: (what: string) => `Copy: ${what}`,
  code: (what: string) => `Code: ${what}`,
});
