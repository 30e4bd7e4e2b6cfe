import { newId } from "#shared/id";
import { insertStatement } from "#server/kernel/db/statement";
import { passkeyAddedMail } from "./mail";
import type { AccountCall } from "../account-call";
import type { SignedIn } from "#server/core/sessions/sessions";
import { renewSession } from "../sessions/start-session";
import { recoveryCodesIfFirst } from "../two-factor/recovery-codes";
import { invalidPasskey, verifyChallenge, consumeChallenge } from "./challenge";
import { guardPasskeyLimit } from "./limit";
import { relyingParty } from "./relying-party";
import { passkeys } from "#server/core/users/passkeys-table";
import { readSecondFactors } from "#server/core/users/second-factors";
import { type PasskeyAttestation, toPasskey } from "./schemas";

/**
 * Stores a new passkey. It needs no reauthentication of its own, because its challenge is bound to the user and was
 * created only after a reauthentication.
 * @throws DomainError `INVALID_PASSKEY`, `PASSKEY_LIMIT`
 */
export async function registerPasskey(
  ctx: AccountCall,
  signedIn: SignedIn,
  { name, response }: { name: string; response: PasskeyAttestation },
) {
  const { id: userId, email } = signedIn.user;
  const { clientDataJSON, transports = [] } = response.response;
  const challenge = verifyChallenge(ctx, clientDataJSON, userId);
  const made = await checkRegistration(ctx, response, challenge);
  consumeChallenge(ctx, challenge, userId);
  const passkey = {
    id: newId("passkey"),
    userId,
    name,
    credentialId: made.credential.id,
    publicKey: Buffer.from(made.credential.publicKey).toString("base64url"),
    counter: made.credential.counter,
    transports,
    isSynced: made.credentialBackedUp,
    createdAt: ctx.work.now,
    lastUsedAt: null,
  };
  ctx.work.write(insertStatement(passkeys, passkey), invalidPasskey);
  guardPasskeyLimit(ctx.work, userId);
  const factors = await readSecondFactors(ctx.db, userId);
  const recoveryCodes = recoveryCodesIfFirst(ctx, userId, factors);
  await renewSession(ctx, signedIn);
  const link = ctx.services.links.forgotPassword();
  await ctx.post(passkeyAddedMail({ to: email, name, link }), {
    kind: "notice",
  });
  return { passkey: toPasskey(passkey), recoveryCodes };
}

async function checkRegistration(
  { services }: AccountCall,
  response: PasskeyAttestation,
  challenge: string,
) {
  const { rpId, origin } = relyingParty(services.config);
  const { verifyRegistrationResponse } = await import("@simplewebauthn/server");
  const checked = await verifyRegistrationResponse({
    response: { ...response, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!checked?.verified) throw invalidPasskey();
  return checked.registrationInfo;
}
