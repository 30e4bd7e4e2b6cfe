import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type Config, ConfigError } from "./config";
import { newToken } from "#server/kernel/crypto";

const SHORTEST = 32;

/**
 * Makes the secret of a development installation that has none yet.
 * @returns whether it was made now
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
      `APP_SECRET: cannot be kept in ${file} (${messageOf(error)}); make its folder writable, or set APP_SECRET`,
    );
  }
}

/**
 * The configuration with the installation's own secret, if it has made one. Older development data was sealed under the
 * constant that is the secret until then, which still opens it.
 * @throws ConfigError when the file holds no secret
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
  if (secret !== undefined && secret.length < SHORTEST)
    throw new ConfigError(
      `APP_SECRET: ${file} must hold at least ${SHORTEST} characters; delete the file, and the next start makes a new secret`,
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
