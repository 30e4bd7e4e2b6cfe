import { buildWeb } from "./build-web.ts";
import { installDependencies } from "./install.ts";
import { finish, root } from "./run.ts";

await finish(async () => {
  process.chdir(root);
  await installDependencies();
  await buildWeb();
  return startServer(["src/main.ts", "start", ...process.argv.slice(2)]);
});

/**
 * The server takes this process over: signals and the exit code are its own. It cannot be imported here, because
 * Bun remembers which packages were missing before the installation.
 */
async function startServer(args: string[]) {
  const command = [process.execPath, ...args];
  if (process.platform !== "win32" && process.execve) {
    process.execve(process.execPath, command, process.env);
  }
  const server = Bun.spawn(command, {
    stdio: ["inherit", "inherit", "inherit"],
  });
  return server.exited;
}
