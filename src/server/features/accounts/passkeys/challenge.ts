import { z } from "zod";
import type { Context } from "#server/rpc/context";
import { equalHashes, hashToken, newToken } from "#server/kernel/crypto";
import { insertStatement } from "#server/kernel/db/statement";
import { DomainError } from "#server/kernel/errors";
import type { AccountCall } from "../account-call";
import { hostCookie } from "../host-cookie";
import { passkeyChallenges } from "#server/core/users/passkeys-table";

export const VALID_MS = 5 * 60 * 1000;
// Clocks of instances differ: a used challenge is stored for longer than any of them would accept it.
const REMEMBERED_MS = 60 * 60 * 1000;

/** Identifies the browser: no other browser can send in a response to its challenge. */
const cookie = hostCookie("passkey");

const challengeForm = z.strictObject({
  /** SHA-256 of the browser's cookie. */
  browser: z.string(),
  /** The user who registers a passkey; null for a sign-in, where any passkey may respond. */
  userId: z.string().nullable(),
  /** Milliseconds since 1970 UTC. */
  expiresAt: z.number(),
});

/** What the browser says that it signed; `verify.ts` and `register.ts` check the rest of it. */
const signedData = z.object({ challenge: z.string() });

/**
 * Creates a challenge for this browser. Its purpose is sealed inside, and only used challenges are stored: unanswered
 * requests of strangers must not fill the database.
 */
export function newChallenge(ctx: Context, userId: string | null): string {
  const { sealers, now } = ctx.services;
  const browser = cookie.read(ctx) ?? newToken();
  cookie.set(ctx, browser, VALID_MS / 1000);
  return sealers.passkey.seal({
    browser: hashToken(browser),
    userId,
    expiresAt: now() + VALID_MS,
  } satisfies z.infer<typeof challengeForm>);
}

/**
 * Reads the signed challenge, and checks that it is for this browser and this purpose and has not expired.
 * @throws DomainError `INVALID_PASSKEY`
 */
export function verifyChallenge(
  ctx: Context,
  clientDataJSON: string,
  userId: string | null,
): string {
  try {
    const { challenge } = signedData.parse(decodeJson(clientDataJSON));
    const challengeData = challengeForm.parse(
      ctx.services.sealers.passkey.open(challenge),
    );
    const isValid =
      equalHashes(challengeData.browser, hashToken(cookie.read(ctx) ?? "")) &&
      challengeData.userId === userId &&
      challengeData.expiresAt > ctx.services.now();
    if (isValid) return challenge;
  } catch {
    // Not JSON, or not sealed by this server.
  }
  throw invalidPasskey();
}

/** Stores the challenge as used, so that no other call can use it. */
export function consumeChallenge(
  { work }: AccountCall,
  challenge: string,
  userId: string,
): void {
  work.write(
    insertStatement(passkeyChallenges, {
      challengeHash: hashToken(challenge),
      userId,
      expiresAt: work.now + REMEMBERED_MS,
    }),
    invalidPasskey,
  );
}

export function invalidPasskey(): DomainError {
  return new DomainError("INVALID_PASSKEY");
}

function decodeJson(base64url: string): unknown {
  return JSON.parse(Buffer.from(base64url, "base64url").toString());
}
