import { isoCBOR } from "@simplewebauthn/server/helpers";
import {
  createHash,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from "node:crypto";
import type {
  PasskeyAssertion,
  PasskeyAttestation,
} from "#server/features/accounts/passkeys/schemas";
import type { Actor } from "./actor";
import { expectStatus } from "./server";

/** Changes to a passkey's answer that an honest authenticator or browser would not make. */
export interface Tampering {
  origin?: string;
  rpId?: string;
  /** Whether the authenticator verified the user by fingerprint or PIN. */
  isVerified?: boolean;
  counter?: number;
  challenge?: string;
  userHandle?: string;
  credentialId?: string;
  type?: "webauthn.get" | "webauthn.create";
  isSynced?: boolean;
}

/** A passkey and its browser in software. The passkey makes real ES256 signatures. */
export interface Authenticator {
  /** Creates a passkey, as `navigator.credentials.create` does. */
  make(
    options: { challenge: string; user: { id: string } },
    tampering?: Tampering,
  ): PasskeyAttestation;
  /** Signs a challenge with the passkey, as `navigator.credentials.get` does. */
  answer(
    options: { challenge: string },
    tampering?: Tampering,
  ): PasskeyAssertion;
}

const [PRESENT, VERIFIED, CAN_SYNC, SYNCED, WITH_KEY] = [1, 4, 8, 16, 64];

export function createAuthenticator(url: URL): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
  });
  const id = randomBytes(32);
  let counter = 0;
  let owner = "";

  const clientData = (
    type: string,
    { challenge }: { challenge: string },
    tampering: Tampering,
  ) =>
    Buffer.from(
      JSON.stringify({
        type: tampering.type ?? type,
        challenge: tampering.challenge ?? challenge,
        origin: tampering.origin ?? url.origin,
        crossOrigin: false,
      }),
    );
  const header = (tampering: Tampering, more = 0) => {
    const { isVerified = true, isSynced = false } = tampering;
    const flags =
      PRESENT +
      (isVerified ? VERIFIED : 0) +
      (isSynced ? CAN_SYNC + SYNCED : 0) +
      more;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(tampering.counter ?? counter);
    const rpIdHash = sha256(tampering.rpId ?? url.hostname);
    return Buffer.concat([rpIdHash, Buffer.from([flags]), count]);
  };

  return {
    make(options, tampering = {}) {
      owner = options.user.id;
      const authData = Buffer.concat([
        header(tampering, WITH_KEY),
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        coseKey(publicKey),
      ]);
      return {
        ...named(id.toString("base64url")),
        response: {
          clientDataJSON: base64url(
            clientData("webauthn.create", options, tampering),
          ),
          attestationObject: base64url(attestation(authData)),
          transports: ["internal"],
        },
      };
    },

    answer(options, tampering = {}) {
      counter += 1;
      const clientDataJSON = clientData("webauthn.get", options, tampering);
      const authData = header(tampering);
      const signed = Buffer.concat([authData, sha256(clientDataJSON)]);
      return {
        ...named(tampering.credentialId ?? id.toString("base64url")),
        response: {
          clientDataJSON: base64url(clientDataJSON),
          authenticatorData: base64url(authData),
          signature: base64url(sign("sha256", signed, privateKey)),
          userHandle: tampering.userHandle ?? owner,
        },
      };
    },
  };
}

/** Adds a passkey to the actor's account. The actor must have signed in recently. */
export async function addPasskey(
  actor: Actor,
  authenticator: Authenticator,
  { name = "Test key", ...tampering }: Tampering & { name?: string } = {},
) {
  const options = await startRegistration(actor);
  const response = authenticator.make(options, tampering);
  const answer = await actor.post<"passkeys.register">("/auth/passkeys", {
    name,
    response,
  });
  return expectStatus(answer, 201).body;
}

export async function startRegistration(actor: Actor) {
  const { body } = expectStatus(
    await actor.post<"passkeys.startRegistration">(
      "/auth/passkeys/registration",
    ),
    200,
  );
  return body;
}

/** Gets the challenge for a sign-in with a passkey. */
export async function startSignIn(actor: Actor) {
  const { body } = expectStatus(
    await actor.post<"passkeys.startSignIn">("/auth/passkeys/options"),
    200,
  );
  return body;
}

function attestation(authData: Uint8Array) {
  return isoCBOR.encode(
    new Map<string, string | Map<string, string> | Uint8Array>([
      ["fmt", "none"],
      ["attStmt", new Map<string, string>()],
      ["authData", new Uint8Array(authData)],
    ]),
  );
}

function coseKey(key: KeyObject): Uint8Array {
  const { x = "", y = "" } = key.export({ format: "jwk" });
  const bytes = (part: string) =>
    new Uint8Array(Buffer.from(part, "base64url"));
  return isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ]),
  );
}

function named(id: string) {
  return { id, rawId: id, type: "public-key" as const };
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64url");
}

function sha256(text: string | Uint8Array): Buffer {
  return createHash("sha256").update(text).digest();
}
