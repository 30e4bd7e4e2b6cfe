import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

/** Makes 32 random bytes for a link or a cookie, as base64url. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 as base64url, which is enough for tokens of 32 random bytes. Passwords need `passwords.ts`. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

export function equalHashes(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Signs text, to prove later that this program wrote it (HMAC-SHA256, a key per purpose). */
export interface Signer {
  sign(text: string): string;
  isSigned(text: string, signature: string): boolean;
}

export function createSigner(secret: string, purpose: string): Signer {
  const key = keyOf(secret, purpose);
  const sign = (text: string) =>
    createHmac("sha256", key).update(text).digest("base64url");
  return {
    sign,
    isSigned: (text, signature) => equalHashes(sign(text), signature),
  };
}

/** Encrypts secrets for the database (AES-256-GCM, a key per purpose). */
export interface Sealer {
  seal(value: unknown): string;
  /** @throws when the text was changed or sealed with another secret. */
  open(sealed: string): unknown;
}

/** One key per purpose: a value that was sealed for one purpose does not open for another. */
export type Sealers = ReturnType<typeof createSealers>;

/**
 * @param previous former secrets. They open values of the database, but not values that a browser sends: anyone who has a
 * leaked secret could have made those.
 */
export function createSealers(secret: string, previous: readonly string[]) {
  return {
    /** Emails in the outbox with their tokens. */
    outbox: createSealer(secret, "outbox", previous),
    /** The secrets of authenticator apps. */
    totp: createSealer(secret, "totp", previous),
    /** The OAuth state in the browser's cookie. */
    redirect: createSealer(secret, "redirect"),
    /** The challenges of passkeys. */
    passkey: createSealer(secret, "passkey"),
    /** Responses that are stored for a repeated `Idempotency-Key`. */
    responses: createSealer(secret, "answers", previous),
  };
}

/** @param previous secrets that only open */
export function createSealer(
  secret: string,
  purpose: string,
  previous: readonly string[] = [],
): Sealer {
  const key = keyOf(secret, purpose);
  const keys = [key, ...previous.map((former) => keyOf(former, purpose))];
  return {
    seal: (value) => sealWith(key, value),
    open: (sealed) => openWithOne(keys, Buffer.from(sealed, "base64url")),
  };
}

function sealWith(key: Buffer, value: unknown): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const body = Buffer.concat([
    cipher.update(JSON.stringify(value), "utf8"),
    cipher.final(),
  ]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
}

function openWithOne(keys: readonly Buffer[], bytes: Buffer): unknown {
  const [key, ...others] = keys;
  if (!key) throw new Error("It was sealed under another secret.");
  try {
    return openWith(key, bytes);
  } catch (error) {
    if (others.length === 0) throw error;
    return openWithOne(others, bytes);
  }
}

function openWith(key: Buffer, bytes: Buffer): unknown {
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  const body = Buffer.concat([
    decipher.update(bytes.subarray(28)),
    decipher.final(),
  ]);
  return JSON.parse(body.toString("utf8"));
}

function keyOf(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "tenantry", purpose, 32));
}
