import { installDependencies } from "./install.ts";
import { finish, root } from "./run.ts";

/** The page comes from Vite, so that is the origin whose changes the server has to accept, and to put into mails. */
const PUBLIC_URL = "http://localhost:5173";

/** The server, started again when its sources change, beside Vite, which renews the page as it is edited. */
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
