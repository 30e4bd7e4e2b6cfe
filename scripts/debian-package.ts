import { existsSync, readFileSync } from "node:fs";
import { runQuietly } from "./run.ts";

/**
 * Whether this process can install Debian packages: it runs as root on Debian. Ubuntu is excluded because some of its
 * packages have the same names but other contents.
 */
export function canInstallFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/etc/os-release")) return false;
  return /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
}

/** Installs the packages and their dependencies, without recommended packages. @returns the exit code */
export async function installFromDebian(packages: string[]) {
  const apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"];
  const install = ["install", "-y", "--no-install-recommends", ...packages];
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const updated = await runQuietly([...apt, "update"], env);
  return updated || runQuietly([...apt, ...install], env);
}
