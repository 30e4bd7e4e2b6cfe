import { existsSync, readFileSync } from "node:fs";
import { runQuietly } from "./run.ts";

/** Whether packages of Debian can be installed here: by root, and not on Ubuntu, whose names do not all mean the same. */
export function canInstallFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/etc/os-release")) return false;
  return /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
}

/** Installs the packages with nothing that they only recommend. @returns the exit code */
export async function installFromDebian(packages: string[]) {
  const apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"];
  const install = ["install", "-y", "--no-install-recommends", ...packages];
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const updated = await runQuietly([...apt, "update"], env);
  return updated || runQuietly([...apt, ...install], env);
}
