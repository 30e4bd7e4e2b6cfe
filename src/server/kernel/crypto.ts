import {
  createCipheriv,
  createDecipheriv,
  hash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

/** Makes a secret token of 32 random bytes for a link or a cookie, as base64url. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * Returns the SHA-256 of a token as base64url. A fast hash is safe for tokens of 32 random bytes, but passwords need
 * `passwords.ts`.
 */
export function hashToken(token: string): string {
  return hash("sha256", token, "base64url");
}

export function equalHashes(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * Signs text with HMAC-SHA256, so that the program can later recognize text that it wrote itself. Each purpose has its
 * own key.
 */
export interface Signer {
  sign(text: string): string;
  isSigned(text: string, signature: string): boolean;
}

export function createSigner(secret: string, purpose: string): Signer {
  const key = keyOf(secret, purpose);
  // This hasher of Bun takes half the time of `createHmac`.
  const sign = (text: string) =>
    new Bun.CryptoHasher("sha256", key).update(text).digest("base64url");
  return {
    sign,
    isSigned: (text, signature) => equalHashes(sign(text), signature),
  };
}

/** Encrypts values with AES-256-GCM. Each purpose has its own key. */
export interface Sealer {
  seal(value: unknown): string;
  /** @throws when the text was changed or encrypted with another secret. */
  open(sealed: string): unknown;
}

/** One sealer for each purpose. A value that was encrypted for one purpose cannot be decrypted for another purpose. */
export type Sealers = ReturnType<typeof createSealers>;

/**
 * @param previous former secrets. They decrypt values of the database, but not values that a browser sends, because an
 * attacker with a leaked former secret could have forged these.
 */
export function createSealers(secret: string, previous: readonly string[]) {
  return {
    /** Mails in the outbox, which contain tokens. */
    outbox: createSealer(secret, "outbox", previous),
    /** The secrets of authenticator apps. */
    totp: createSealer(secret, "totp", previous),
    /** The OAuth state in the browser's cookie. */
    redirect: createSealer(secret, "redirect"),
    /** The challenges of passkeys. */
    passkey: createSealer(secret, "passkey"),
    /** Stored responses, which a repeated request with the same `Idempotency-Key` gets again. */
    responses: createSealer(secret, "answers", previous),
  };
}

/** @param previous former secrets, which decrypt values but do not encrypt */
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
