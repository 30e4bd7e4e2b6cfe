import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type Config, ConfigError } from "./config";
import { newToken } from "#server/kernel/crypto";

const MIN_LENGTH = 32;

/**
 * Writes a new random secret to a file, for a development installation that has no secret.
 * @returns whether a secret was written
 * @throws ConfigError when the file cannot be written
 */
export function makeOwnSecret({
  ownSecretFile: file,
}: Pick<Config, "ownSecretFile">): boolean {
  if (file === undefined) return false;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${newToken()}\n`, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw new ConfigError(
      `APP_SECRET: cannot be stored in ${file} (${messageOf(error)}); make its folder writable, or set APP_SECRET`,
    );
  }
}

/**
 * Returns the configuration with the secret of the installation's own file, if this file exists. The constant
 * development secret then only decrypts older data.
 * @throws ConfigError when the file contains no valid secret
 */
export function withOwnSecret(config: Config): Config {
  const { ownSecretFile: file, secret: constant } = config;
  const secret = file === undefined ? undefined : readSecret(file);
  if (secret === undefined) return config;
  const previousSecrets = [...config.previousSecrets, constant];
  return { ...config, secret, previousSecrets };
}

function readSecret(file: string): string | undefined {
  const secret = readIfThere(file)?.trim();
  if (secret !== undefined && secret.length < MIN_LENGTH)
    throw new ConfigError(
      `APP_SECRET: ${file} must hold at least ${MIN_LENGTH} characters; delete the file, and the next start makes a new secret`,
    );
  return secret;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw new ConfigError(
      `APP_SECRET: ${file} cannot be read (${messageOf(error)}); make it readable, or set APP_SECRET`,
    );
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
