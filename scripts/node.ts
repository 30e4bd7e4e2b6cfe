import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { root, runQuietly, StepFailed } from "./run.ts";

/** The version that the tests install if the machine has no Node of the same major version. */
const VERSION = "20.20.2";
const NPM_VERSION = "10.9.9";
const folder = join(root, "node_modules/.cache/node");

/** Node and npm, as the user of a machine without Bun has them. */
export interface Node {
  node: string;
  npm: string[];
  npx: string[];
  /** The environment of a shell in which `node` is this one, without the settings of the npm that runs this script. */
  env: Record<string, string>;
}

/** Returns the Node 20 of the machine, or one from the npm registry. */
export async function findOrInstallNode(): Promise<Node> {
  const own = Bun.which("node");
  const [npm, npx] = [Bun.which("npm"), Bun.which("npx")];
  if (own && npm && npx && (await isOfMajor(own)))
    return { node: own, npm: [npm], npx: [npx], env: environmentWith(own) };
  const platform = `node-${process.platform}-${process.arch}`;
  const node = join(folder, "node_modules", platform, "bin/node");
  if (!existsSync(node)) await install(platform);
  const cli = (name: string) => [
    node,
    join(folder, `node_modules/npm/bin/${name}-cli.js`),
  ];
  const env = environmentWith(node);
  return { node, npm: cli("npm"), npx: cli("npx"), env };
}

async function isOfMajor(node: string) {
  const [major] = VERSION.split(".");
  const child = Bun.spawn([node, "--version"], { stdout: "pipe" });
  const version = await new Response(child.stdout).text();
  return version.startsWith(`v${major}.`);
}

async function install(platform: string) {
  console.log(`Installing Node ${VERSION} for the tests of the client …`);
  const dependencies = { [platform]: VERSION, npm: NPM_VERSION };
  await Bun.write(
    join(folder, "package.json"),
    JSON.stringify({ private: true, dependencies }),
  );
  const command = [process.execPath, "install", "--no-progress"];
  if ((await runQuietly([...command, "--cwd", folder])) === 0) return;
  throw new StepFailed(
    `The tests of the client need Node ${VERSION}, and it could not be installed. Install it and run again.`,
  );
}

function environmentWith(node: string) {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !/^(npm_|NODE_|BUN_|CI$)/.test(entry[0]),
  );
  const path = [dirname(node), process.env.PATH ?? ""].join(delimiter);
  return { ...Object.fromEntries(kept), PATH: path };
}
