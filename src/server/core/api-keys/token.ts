import { crc32 } from "node:zlib";
import { randomBytes } from "node:crypto";
import { isId } from "#shared/id";
import { hashToken } from "#server/kernel/crypto";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const SECRET_LENGTH = 43;
const CHECKSUM_LENGTH = 6;
const FORM = new RegExp(
  `^tnt_live_([0-9a-z]{26})_([0-9A-Za-z]{${SECRET_LENGTH}})([0-9A-Za-z]{${CHECKSUM_LENGTH}})$`,
);

/** The secret part of a new API key, with what the database stores of it. */
export interface NewSecret {
  /** The whole key, which is shown once. */
  key: string;
  secretHash: string;
  last4: string;
}

/**
 * Makes the secret of an API key: `tnt_live_<id>_<secret><checksum>`. The secret has 32 random bytes in 43 base-62
 * digits. The checksum is the CRC-32 of everything before it, so that a mistyped key is refused without a read and
 * scanners of source code can recognize a key.
 * @param id the id of the key, such as `key_01jd…`
 */
export function newSecret(id: string): NewSecret {
  const secret = secretFrom(randomBytes(32));
  const start = `tnt_live_${id.slice("key_".length)}_${secret}`;
  const key = start + checksumOf(start);
  return { key, secretHash: hashToken(secret), last4: key.slice(-4) };
}

/** Returns the id of the key and the hash of its secret; undefined when the text is not a key. */
export function parseKey(
  text: string,
): { id: string; secretHash: string } | undefined {
  const [, part, secret, checksum] = FORM.exec(text) ?? [];
  if (part === undefined || secret === undefined) return undefined;
  if (checksumOf(text.slice(0, -CHECKSUM_LENGTH)) !== checksum)
    return undefined;
  const id = `key_${part}`;
  return isId("apiKey", id) ? { id, secretHash: hashToken(secret) } : undefined;
}

// Every request with a key computes the checksum. Numbers are much faster than the large integers of a secret.
function checksumOf(text: string): string {
  let rest = crc32(text);
  let digits = "";
  for (let i = 0; i < CHECKSUM_LENGTH; i++) {
    digits = DIGITS.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

function secretFrom(bytes: Buffer): string {
  let rest = BigInt(`0x${bytes.toString("hex")}`);
  let digits = "";
  for (let i = 0; i < SECRET_LENGTH; i++) {
    digits = DIGITS.charAt(Number(rest % 62n)) + digits;
    rest /= 62n;
  }
  return digits;
}
