import { z } from "zod";
import type { Context } from "#server/rpc/context";
import { equalHashes, hashToken, newToken } from "#server/kernel/crypto";
import { insertStatement } from "#server/kernel/db/statement";
import { DomainError } from "#server/kernel/errors";
import type { AccountCall } from "../account-call";
import { hostCookie } from "../host-cookie";
import { passkeyChallenges } from "#server/core/users/passkeys-table";

export const VALID_MS = 5 * 60 * 1000;
// The clocks of several instances differ: a spent challenge is remembered for longer than any of them would take it.
const REMEMBERED_MS = 60 * 60 * 1000;

/** Names the browser, so that what it signed cannot be handed in by another one. */
const cookie = hostCookie("passkey");

const asked = z.strictObject({
  /** SHA-256 of the browser's cookie. */
  browser: z.string(),
  /** Whose new passkey it is for; null where any passkey may answer. */
  userId: z.string().nullable(),
  /** Milliseconds since 1970 UTC. */
  expiresAt: z.number(),
});

/** What the browser says that it signed; `verify.ts` and `register.ts` check the rest of it. */
const signedData = z.object({ challenge: z.string() });

/**
 * Something to sign for this browser. It carries, sealed, what it is for: only those that are answered are stored, so
 * that strangers who ask and never answer fill nothing.
 */
export function newChallenge(ctx: Context, userId: string | null): string {
  const { sealers, now } = ctx.services;
  const browser = cookie.read(ctx) ?? newToken();
  cookie.set(ctx, browser, VALID_MS / 1000);
  return sealers.passkey.seal({
    browser: hashToken(browser),
    userId,
    expiresAt: now() + VALID_MS,
  } satisfies z.infer<typeof asked>);
}

/**
 * The challenge that was signed, if it was asked of this browser, for this, and not too long ago.
 * @throws DomainError `INVALID_PASSKEY`
 */
export function verifyChallenge(
  ctx: Context,
  clientDataJSON: string,
  userId: string | null,
): string {
  try {
    const { challenge } = signedData.parse(decodeJson(clientDataJSON));
    const challengeData = asked.parse(
      ctx.services.sealers.passkey.open(challenge),
    );
    const isOurs =
      equalHashes(challengeData.browser, hashToken(cookie.read(ctx) ?? "")) &&
      challengeData.userId === userId &&
      challengeData.expiresAt > ctx.services.now();
    if (isOurs) return challenge;
  } catch {
    // Neither JSON nor sealed here: refused like the rest.
  }
  throw invalidPasskey();
}

/** Nobody can answer it a second time, nor side by side. */
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
