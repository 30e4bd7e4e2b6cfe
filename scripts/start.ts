import {
  buildServer,
  serverBundle,
  serverEnvironment,
} from "./build-server.ts";
import { buildWeb } from "./build-web.ts";
import { installDependencies } from "./install.ts";
import { become, finish, root } from "./run.ts";

await finish(async () => {
  process.chdir(root);
  await installDependencies();
  await buildWeb();
  await buildServer();
  Object.assign(process.env, { ...serverEnvironment, ...process.env });
  await become([serverBundle, "start", ...process.argv.slice(2)]);
});
