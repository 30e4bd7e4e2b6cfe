import { eq } from "drizzle-orm";
import type { Context } from "#server/rpc/context";
import { requireRecentAuthentication } from "#server/core/sessions/reauthentication";
import type { SignedIn } from "#server/core/sessions/sessions";
import { newChallenge, VALID_MS } from "./challenge";
import { requireRoomForPasskey } from "./limit";
import { relyingParty, RP_NAME, userHandle } from "./relying-party";
import { passkeys } from "#server/core/users/passkeys-table";
import { creationOptions, requestOptions } from "./schemas";

/** Options for a browser to ask for a passkey. They name no passkey, so the browser offers all of this host. */
export async function passkeyRequestOptions(ctx: Context) {
  const { generateAuthenticationOptions } =
    await import("@simplewebauthn/server");
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(ctx.services.config).rpId,
    challenge: toBytes(newChallenge(ctx, null)),
    timeout: VALID_MS,
    userVerification: "required",
  });
  return requestOptions.parse(options);
}

/**
 * Creates the options with which a browser creates a passkey.
 * @throws DomainError `REAUTHENTICATION_REQUIRED`, `PASSKEY_LIMIT`
 */
export async function passkeyCreationOptions(
  ctx: Context,
  { user, session }: SignedIn,
) {
  requireRecentAuthentication(session.authenticatedAt, ctx.services.now());
  const own = await ctx.db.drizzle
    .select({ id: passkeys.credentialId, transports: passkeys.transports })
    .from(passkeys)
    .where(eq(passkeys.userId, user.id));
  requireRoomForPasskey(own.length);
  const { generateRegistrationOptions } =
    await import("@simplewebauthn/server");
  const options = await generateRegistrationOptions({
    rpID: relyingParty(ctx.services.config).rpId,
    rpName: RP_NAME,
    userID: toBytes(userHandle(user.id)),
    userName: user.email,
    userDisplayName: user.name,
    challenge: toBytes(newChallenge(ctx, user.id)),
    timeout: VALID_MS,
    attestationType: "none",
    excludeCredentials: own,
    authenticatorSelection: {
      residentKey: "required",
      userVerification: "required",
    },
  });
  return creationOptions.parse(options);
}

function toBytes(base64url: string) {
  return new Uint8Array(Buffer.from(base64url, "base64url"));
}
