import { installDependencies } from "./install.ts";
import { finish, root } from "./run.ts";

/**
 * The browser loads the page from Vite. So this is the origin from which the server accepts changes, and the origin of
 * the links in mails.
 */
const PUBLIC_URL = "http://localhost:5173";

/** Runs the server, which restarts when its sources change, and Vite, which updates the open page. */
await finish(async () => {
  await installDependencies();
  const server = start([
    "--watch",
    "--no-clear-screen",
    "src/main.ts",
    "start",
  ]);
  const vite = start([
    "node_modules/vite/bin/vite.js",
    "--config",
    "src/client/vite.config.ts",
  ]);
  const children = [server, vite];
  const exitCode = await Promise.race(children.map((child) => child.exited));
  for (const child of children) child.kill();
  return exitCode;
});

function start(args: string[]) {
  return Bun.spawn([process.execPath, "--no-orphans", ...args], {
    cwd: root,
    env: { ...process.env, PUBLIC_URL },
    stdio: ["inherit", "inherit", "inherit"],
  });
}
