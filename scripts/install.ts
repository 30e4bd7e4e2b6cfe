import { fingerprint, isStamped, writeStamp } from "./fingerprint.ts";
import { become, runQuietly, seconds, StepFailed } from "./run.ts";

const oldestBun = "1.4.5";
const stampFile = "node_modules/.tenantry-installed";

/** Installs the packages of `bun.lock` and starts the script again, unless the packages are already installed. */
export async function installDependencies() {
  requireBun();
  const stamp = `${process.platform}-${process.arch} ${fingerprint(["package.json", "bun.lock", "patches"])}`;
  if (await isStamped(stampFile, stamp)) return;
  await install();
  await writeStamp(stampFile, stamp);
  await startAnew();
}

async function install() {
  const started = performance.now();
  console.log("Installing packages …");
  const command = [
    process.execPath,
    "install",
    "--frozen-lockfile",
    "--no-progress",
  ];
  if ((await runQuietly(command)) !== 0) {
    throw new StepFailed(
      "The packages could not be installed. Check the network and the messages above; if package.json was edited by hand, run `bun install` once to bring bun.lock up to date.",
    );
  }
  console.log(`Installed packages in ${seconds(started)}.`);
}

// Bun remembers which packages it did not find, so this process would not find the newly installed ones.
function startAnew() {
  return become(process.argv.slice(1));
}

function requireBun() {
  if (Bun.semver.satisfies(Bun.version, `>=${oldestBun}`)) return;
  throw new StepFailed(
    `Tenantry needs Bun ${oldestBun} or later and this is ${Bun.version}. Run it with \`npx bun@${oldestBun} start\`.`,
  );
}
