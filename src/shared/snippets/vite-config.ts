import { file, type SnippetStep } from "./snippet";

/**
 * The configuration of Vite for a page on the same origin as the API: the page uses the session of its user, and API
 * keys never go into a browser.
 */
export function viteConfig(
  url: string,
  { name, from }: { name: string; from: string },
): SnippetStep {
  return file(
    "vite.config.ts",
    `import ${name} from "${from}";
import { defineConfig } from "vite";

const server = { target: "${url}", headers: { origin: "${url}" } };

export default defineConfig({
  plugins: [${name}()],
  server: { proxy: { "/trpc": server, "/api": server } },
});
`,
  );
}
