import { z } from "zod";
import { iso } from "#server/kernel/inputs";
import type { passkeys } from "#server/core/users/passkeys-table";
import { idOf, moment, named } from "#server/kernel/shapes";

const base64url = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\w-]+$/);

// The maximum lengths in WebAuthn: 1,023 bytes for a credential id, 64 bytes for a user handle.
const credentialId = base64url(1364);
const clientDataJSON = base64url(8192);

/** The result of `navigator.credentials.get` as JSON. Other fields, which some browsers add, are dropped. */
export const passkeyAssertion = named(
  "PasskeyAssertion",
  z.object({
    id: credentialId,
    rawId: credentialId,
    type: z.literal("public-key"),
    response: z.object({
      clientDataJSON,
      authenticatorData: base64url(8192),
      signature: base64url(8192),
      userHandle: base64url(88).optional(),
    }),
  }),
);
export type PasskeyAssertion = z.infer<typeof passkeyAssertion>;

/** The result of `navigator.credentials.create` as JSON. */
export const passkeyAttestation = named(
  "PasskeyAttestation",
  z.object({
    id: credentialId,
    rawId: credentialId,
    type: z.literal("public-key"),
    response: z.object({
      clientDataJSON,
      attestationObject: base64url(32_768),
      transports: z.array(z.string().max(32)).max(16).optional(),
    }),
  }),
);
export type PasskeyAttestation = z.infer<typeof passkeyAttestation>;

/** `PublicKeyCredentialRequestOptionsJSON`. */
export const requestOptions = named(
  "PasskeyRequestOptions",
  z.object({
    challenge: z.string(),
    rpId: z.string(),
    timeout: z.int().describe("Milliseconds."),
    userVerification: z.literal("required"),
  }),
);

/** `PublicKeyCredentialCreationOptionsJSON`. */
export const creationOptions = named(
  "PasskeyCreationOptions",
  z.object({
    challenge: z.string(),
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({
      id: z.string(),
      name: z.string(),
      displayName: z.string(),
    }),
    pubKeyCredParams: z.array(
      z.object({ type: z.literal("public-key"), alg: z.int() }),
    ),
    timeout: z.int().describe("Milliseconds."),
    excludeCredentials: z
      .array(
        z.object({
          type: z.literal("public-key"),
          id: z.string(),
          transports: z.array(z.string()),
        }),
      )
      .describe(
        "The existing passkeys of the user: an authenticator that has one of them refuses to create another.",
      ),
    authenticatorSelection: z.object({
      residentKey: z.literal("required"),
      requireResidentKey: z.literal(true),
      userVerification: z.literal("required"),
    }),
    attestation: z.literal("none"),
  }),
);

export const passkeyShape = named(
  "Passkey",
  z.object({
    id: idOf("passkey"),
    name: z.string(),
    isSynced: z
      .boolean()
      .describe(
        "Whether a password manager syncs the passkey between devices.",
      ),
    createdAt: moment,
    lastUsedAt: moment.nullable(),
  }),
);

export function toPasskey(row: typeof passkeys.$inferSelect) {
  const { id, name, isSynced, createdAt, lastUsedAt } = row;
  return {
    id,
    name,
    isSynced,
    createdAt: iso(createdAt),
    lastUsedAt: lastUsedAt === null ? null : iso(lastUsedAt),
  };
}
