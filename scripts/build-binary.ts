import { rm } from "node:fs/promises";
import { join } from "node:path";
import {
  type Addons,
  addonsFor,
  outfileFor,
  type Target,
  targetNamed,
} from "./binary-target.ts";
import { buildWeb } from "./build-web.ts";
import { installDependencies } from "./install.ts";
import { nameAddons } from "./addons-plugin.ts";
import { skipCallersOfPino } from "./pino-plugin.ts";
import { finish, root, seconds, StepFailed } from "./run.ts";

/** Makes one file that runs without Bun, Node or packages: the program, its migrations and the web app. */
export async function buildBinary(name?: string) {
  const target = targetNamed(name);
  const outfile = outfileFor(target);
  await buildWeb();
  const started = performance.now();
  console.log(`Building ${outfile} …`);
  await compile(target, outfile, await addonsFor(target));
  const size = Math.round(Bun.file(join(root, outfile)).size / 1e6);
  console.log(`Built ${outfile}, ${size} MB, in ${seconds(started)}.`);
}

async function compile(target: Target, outfile: string, addons: Addons) {
  const { success, logs } = await Bun.build({
    entrypoints: [join(root, "src/main.ts")],
    plugins: [nameAddons(addons), skipCallersOfPino],
    // Errors and logs show the names of classes and functions, so the minifier must not shorten identifiers.
    minify: { whitespace: true, syntax: true },
    // The source map is embedded in the binary, so a stack trace names the lines of the sources.
    sourcemap: "linked",
    // With bytecode the program starts in nearly half the time.
    bytecode: true,
    format: "esm",
    // Otherwise Bun would inline "development", and the bundle would contain the development code of libraries.
    define: {
      "process.env.NODE_ENV": '"production"',
      BUILT_FROM: JSON.stringify(presentCommit()),
    },
    throw: false,
    compile: {
      target: `bun-${target}`,
      outfile: join(root, outfile),
      assets: [join(root, "drizzle"), join(root, "dist/web")],
      // The binary reads `.env` from its working directory, like `bun start`. It does not read `bunfig.toml`, which
      // configures Bun and not this program.
      autoloadDotenv: true,
      autoloadBunfig: false,
    },
  });
  const map = `${outfile.replace(/\.exe$/, "")}.map`;
  await rm(join(root, map), { force: true });
  if (success) return;
  throw new StepFailed(`The binary could not be built.\n${logs.join("\n")}`);
}

/** Returns the present commit, or an empty text where there is no Git repository. */
function presentCommit(): string {
  const git = Bun.which("git");
  if (!git) return "";
  const { success, stdout } = Bun.spawnSync(
    [git, "rev-parse", "--short", "HEAD"],
    { cwd: root, stderr: "ignore" },
  );
  return success ? stdout.toString().trim() : "";
}

if (import.meta.main) {
  await finish(async () => {
    await installDependencies();
    await buildBinary(process.argv[2]);
  });
}
