import { join } from "node:path";
import { buildSdk, sdkFolder } from "#scripts/build-sdk.ts";
import { findOrInstallNode, type Node } from "#scripts/node.ts";
import { lastRelease } from "#scripts/release-sdk.ts";
import { temporaryFolder } from "../kit/temporary";

/** The packages that a program uses beside the client. */
const PACKAGES = [
  "@tanstack/react-query@5.108.0",
  "@tanstack/solid-query@5.104.0",
  "@types/node@20.19.25",
  "@types/react@19.3.0",
  "@types/react-dom@19.3.0",
  "@vitejs/plugin-react@6.3.0",
  "react@19.3.1",
  "react-dom@19.3.1",
  "solid-js@1.9.19",
  "typescript@7.0.2",
  "typescript-5@npm:typescript@5.6.3",
  "vite@8.3.8",
  "vite-plugin-solid@2.11.14",
];

export interface Result {
  exitCode: number;
  output: string;
}

/** A project outside of this repository, which has installed the packed client with npm. */
export interface Consumer {
  folder: string;
  node: Node;
  /** Runs a command in the folder of the project. */
  run(command: string[], env?: Record<string, string>): Promise<Result>;
  write(file: string, text: string): Promise<void>;
  stop(): void;
}

/**
 * Makes an empty folder and installs the packed client there, as `tenantry`, and the client of the last release, as
 * `tenantry-last`.
 */
export async function createConsumer(): Promise<Consumer> {
  await buildSdk();
  const node = await findOrInstallNode();
  const { path: folder, remove } = temporaryFolder();
  const run = (command: string[], env = {}) =>
    runIn(folder, command, { ...node.env, ...env });
  const consumer = {
    folder,
    node,
    run,
    write: async (file: string, text: string) =>
      void (await Bun.write(join(folder, file), text)),
    stop: remove,
  };
  const manifest = { private: true, type: "module" };
  await consumer.write("package.json", JSON.stringify(manifest));
  const pack = ["pack", sdkFolder, "--silent"];
  const tarball = succeed(await run([...node.npm, ...pack])).trim();
  const quiet = ["--no-audit", "--no-fund", "--save-exact"];
  const install = [...node.npm, "install", ...quiet, ...PACKAGES];
  const clients = [`./${tarball}`, `tenantry-last@file:${lastRelease}`];
  succeed(await run([...install, ...clients]));
  return consumer;
}

async function runIn(
  cwd: string,
  command: string[],
  env: Record<string, string>,
): Promise<Result> {
  const child = Bun.spawn(command, {
    cwd,
    env,
    stdin: "ignore",
    stdout: "pipe",
    stderr: "pipe",
  });
  const [output, errors, exitCode] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  return { exitCode, output: output + errors };
}

/** Returns the output of a command. */
export function succeed({ exitCode, output }: Result): string {
  if (exitCode !== 0) throw new Error(output);
  return output;
}
