import {
  PLACEHOLDER_KEY,
  SNIPPETS,
  type SnippetName,
  type SnippetStep,
} from "#shared/snippets";

const VALUES = {
  url: "http://localhost:3000",
  org: "acme",
  key: PLACEHOLDER_KEY,
};

interface Section {
  title: string;
  before: string;
  after?: string;
}

const SECTIONS: Record<SnippetName, Section> = {
  curl: {
    title: "curl",
    before: "List the projects of the organization:",
    after:
      'To create one, send `-X POST`, the header `Content-Type: application/json` and the body `{"name": "Website"}`. Add an `Idempotency-Key`, and you can repeat the request without creating a second project.',
  },
  typescript: {
    title: "TypeScript",
    before:
      "The typed client runs on Node 20 and Bun. `bun run build:sdk` builds the package in `dist/sdk`: publish it under your name, or install it from the folder with `npm install ./dist/sdk`.",
    after:
      "[The page of the client](../src/sdk/README.md) explains retries, errors, lists and live changes.",
  },
  react: {
    title: "React",
    before:
      "A page uses the session of its user, never a key. Serve it on the origin of the API; while you develop, the proxy of Vite does this. In an application that `npm create vite` has made:",
  },
  solid: {
    title: "Solid",
    before: "The same page with SolidJS:",
  },
  mcp: {
    title: "AI agents (MCP)",
    before:
      "Put this into the configuration of your MCP client, for example into `.mcp.json` of Claude Code:",
    after:
      "The agent sees the tools that the key and the role of its owner allow. A key with read permissions is a good start. [MCP](mcp.md) explains the tools and their limits.",
  },
};

/** @returns the content of `docs/first-call.md` */
export function firstCallPage(): string {
  const names = Object.keys(SECTIONS) as SnippetName[];
  return [
    "# Your first call",
    "",
    "1. Start the server with `npx bun start`, and sign in as one of the sample users.",
    "2. Open **Settings → API** and create a key. A few read permissions are enough.",
    "3. Use it as below. The page **Settings → API → Connect** shows the same snippets with the values of your organization.",
    "",
    "[API keys](api-keys.md) explains keys and service accounts, [Calling the API](api.md) errors, lists and repeated requests. The reference of all operations is at <http://localhost:3000/api/docs>.",
    "",
    "`bun run docs:first-call` generates this page from [src/shared/snippets](../src/shared/snippets), and tests run every snippet.",
    ...names.flatMap(sectionOf),
    "",
  ].join("\n");
}

function sectionOf(name: SnippetName): string[] {
  const { title, before, after } = SECTIONS[name];
  const steps = SNIPPETS[name](VALUES).flatMap(stepOf);
  return [
    "",
    `## ${title}`,
    "",
    before,
    ...steps,
    ...(after === undefined ? [] : ["", after]),
  ];
}

function stepOf(step: SnippetStep): string[] {
  const isFile = step.kind === "file";
  const language = isFile ? languageOf(step.name) : "sh";
  const title = isFile ? ["", `\`${step.name}\``] : [];
  return [...title, "", `\`\`\`${language}`, step.code.trimEnd(), "```"];
}

function languageOf(file: string): string {
  const ending = file.split(".").at(-1) ?? "";
  return ending === "mts" ? "ts" : ending;
}
