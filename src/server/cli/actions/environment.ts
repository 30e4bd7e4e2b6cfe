import { type Config, loadConfig } from "#server/kernel/config/config";

/**
 * Reads the configuration from the environment variables.
 * @param fallback for variables that are not set
 */
export function readConfig(fallback: Record<string, string> = {}): Config {
  const set = Object.entries(process.env).filter(([, value]) => value !== "");
  return loadConfig({ ...fallback, ...Object.fromEntries(set) });
}
