import { z } from "zod";
import type { Context } from "#server/rpc/context";
import { equalHashes, hashToken, newToken } from "#server/kernel/crypto";
import { insertStatement } from "#server/kernel/db/statement";
import { DomainError } from "#server/kernel/errors";
import type { AccountCall } from "../account-call";
import { hostCookie } from "../host-cookie";
import { passkeyChallenges } from "#server/core/users/passkeys-table";

export const VALID_MS = 5 * 60 * 1000;
// A used challenge is stored for longer than it is valid, because the clock of another instance may be behind.
const REMEMBERED_MS = 60 * 60 * 1000;

/** A random id of the browser. A challenge is bound to it, so that no other browser can respond to the challenge. */
const cookie = hostCookie("passkey");

const challengeForm = z.strictObject({
  /** SHA-256 of the id in the browser's cookie. */
  browser: z.string(),
  /** The user who registers a passkey. Null for a sign-in, where the passkey of any user may respond. */
  userId: z.string().nullable(),
  /** When the challenge expires, in milliseconds since 1970 UTC. */
  expiresAt: z.number(),
});

/** The client data that the passkey has signed. `verify.ts` and `register.ts` check the other fields. */
const signedData = z.object({ challenge: z.string() });

/**
 * Creates a challenge for this browser. The challenge contains its own data in sealed form and is stored only when it
 * is used, so that unanswered requests of strangers cannot fill the database.
 * @param userId the user who registers a passkey; null for a sign-in
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
 * Reads the signed challenge. Checks that it was created for this browser and this user, and that it has not expired.
 * @param userId the user who registers a passkey; null for a sign-in
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
    // The client data are not JSON, or this server did not seal the challenge.
  }
  throw invalidPasskey();
}

/** Stores the challenge as used, so that no other call can use it again. */
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
