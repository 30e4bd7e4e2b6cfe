import { join } from "node:path";
import { until } from "../kit/until";
import { type Consumer, succeed } from "./consumer";

const page = `<!doctype html>
<html lang="en">
<head><title>Projects</title><link rel="icon" href="data:," /></head>
<body><div id="root"></div><script type="module" src="/main.tsx"></script></body>
</html>
`;
const main = `
import { createRoot } from "react-dom/client";
import { App } from "./react";

const org = new URLSearchParams(location.search).get("org") ?? "";
const root = document.getElementById("root");
if (root) createRoot(root).render(<App org={org} />);
`;
const vite = ["node_modules/vite/bin/vite.js"];

/** Builds a small application with Vite. It shows the example of React that the package contains. */
export async function buildReactApp(consumer: Consumer, example: string) {
  await consumer.write("app/index.html", page);
  await consumer.write("app/main.tsx", main);
  await consumer.write("app/react.tsx", example);
  const { node } = consumer.node;
  succeed(await consumer.run([node, ...vite, "build", "app"]));
}

/**
 * Serves the application on one origin with the API: Vite's own server forwards the paths of the API.
 * @param api the address on which the server listens
 */
export async function serveReactApp(
  { folder, node, write }: Consumer,
  port: number,
  api: string,
) {
  const proxy = { "/trpc": api, "/api": api };
  const preview = { host: "127.0.0.1", port, strictPort: true, proxy };
  const settings = `export default ${JSON.stringify({ preview })};\n`;
  await write("app/vite.config.js", settings);
  const child = Bun.spawn([node.node, ...vite, "preview", "app"], {
    cwd: folder,
    env: node.env,
    stdin: "ignore",
    stdout: "ignore",
    stderr: Bun.file(join(folder, "vite.log")),
  });
  await until("Vite serves the application", async () => {
    if (child.exitCode !== null)
      throw new Error(await Bun.file(join(folder, "vite.log")).text());
    return fetch(`http://127.0.0.1:${port}/`).then(
      ({ ok }) => ok || undefined,
      () => undefined,
    );
  });
  return {
    async stop() {
      child.kill();
      await child.exited;
    },
  };
}
