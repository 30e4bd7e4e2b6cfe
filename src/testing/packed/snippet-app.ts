import { SNIPPETS } from "#shared/snippets";
import type { SnippetValues } from "#shared/snippets";
import { freePort } from "../kit/temporary";
import { until } from "../kit/until";
import type { Consumer } from "./consumer";

const page = `<!doctype html>
<html lang="en">
<head><title>Projects</title><link rel="icon" href="data:," /></head>
<body><div id="root"></div><script type="module" src="/src/main.tsx"></script></body>
</html>
`;

/** The part of an application that `npm create vite` makes, and which the snippets leave out. */
const MAIN = {
  react: `import { createRoot } from "react-dom/client";
import { App } from "./app";

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
`,
  solid: `import { render } from "solid-js/web";
import { App } from "./app";

const root = document.getElementById("root");
if (root) render(() => <App />, root);
`,
};

export type Framework = keyof typeof MAIN;

/** Serves the application of a snippet with Vite's own server and the configuration of the snippet. */
export async function serveSnippet(
  { folder, node, write }: Consumer,
  framework: Framework,
  values: SnippetValues,
): Promise<{ url: string; stop(): Promise<void> }> {
  const app = `snippet-${framework}`;
  await write(`${app}/index.html`, page);
  await write(`${app}/src/main.tsx`, MAIN[framework]);
  for (const step of SNIPPETS[framework](values))
    if (step.kind === "file") await write(`${app}/${step.name}`, step.code);
  const port = freePort();
  // The cookies of a session belong to a host, whatever the port is.
  const { hostname } = new URL(values.url);
  const url = `http://${hostname}:${port}/`;
  const options = ["--host", hostname, "--port", `${port}`, "--strictPort"];
  const log = `${folder}/${app}.log`;
  const child = Bun.spawn(
    [node.node, "node_modules/vite/bin/vite.js", app, ...options],
    {
      cwd: folder,
      env: node.env,
      stdin: "ignore",
      stdout: "ignore",
      stderr: Bun.file(log),
    },
  );
  await until("Vite serves the snippet", async () => {
    if (child.exitCode !== null) throw new Error(await Bun.file(log).text());
    return fetch(url).then(
      ({ ok }) => ok || undefined,
      () => undefined,
    );
  });
  return {
    url,
    async stop() {
      child.kill();
      await child.exited;
    },
  };
}
