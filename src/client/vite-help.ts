import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { marked, type Tokens } from "marked";
import type { Plugin } from "vite";

const repository = resolve(import.meta.dirname, "../..");

/** The pages of the help, and the files from which they are made. */
const FILES: Record<string, string> = {
  roles: "docs/help/roles.md",
  seats: "docs/help/seats.md",
  domains: "docs/domains.md",
  "audit-log": "docs/help/audit-log.md",
  "api-keys": "docs/api-keys.md",
  agents: "docs/mcp.md",
  "whats-new": "CHANGELOG.md",
};
const PREFIX = "virtual:help/";

/** Provides the pages of the help as modules with a title and HTML: `virtual:help/roles`. */
export function helpPages(): Plugin {
  return {
    name: "tenantry:help",
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      const page = id.startsWith(`\0${PREFIX}`) && id.slice(PREFIX.length + 1);
      const file = page ? FILES[page] : undefined;
      if (!file) return undefined;
      const path = resolve(repository, file);
      this.addWatchFile(path);
      const { title, html } = renderPage(readFileSync(path, "utf8"));
      return `export const title = ${JSON.stringify(title)};\nexport const html = ${JSON.stringify(html)};`;
    },
  };
}

function renderPage(markdown: string): { title: string; html: string } {
  const [, title = "", text = ""] = /^# (.+)\n([\s\S]*)$/.exec(markdown) ?? [];
  const html = marked
    .use({ renderer: { link: toHelpLink, image: () => "" } })
    .parse(text, { async: false });
  return { title, html };
}

/** Keeps links to websites and to other pages of the help. Other files of the repository are not part of the web app. */
function toHelpLink(
  this: { parser: { parseInline: (tokens: Tokens.Generic[]) => string } },
  { href, tokens }: Tokens.Link,
): string {
  const text = this.parser.parseInline(tokens);
  const [file] = href.split("#");
  const page = Object.keys(FILES).find((name) =>
    FILES[name]?.endsWith(`/${file}`),
  );
  if (page) return `<a href="/help/${page}">${text}</a>`;
  return href.startsWith("https://")
    ? `<a href="${href}" rel="external noreferrer">${text}</a>`
    : text;
}
