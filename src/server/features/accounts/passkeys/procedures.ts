import { z } from "zod";
import { pageFields, passkeyNameField } from "#shared/fields";
import { pageFrom, pageOf, idField } from "#server/kernel/inputs";
import { rest } from "#server/rpc/meta";
import { publicProcedure, userProcedure } from "#server/rpc/trpc";
import { userShape } from "../user";
import { passkeyCreationOptions, passkeyRequestOptions } from "./options";
import { listPasskeys, removePasskey, renamePasskey } from "./service";
import { registerPasskey } from "./register";
import {
  creationOptions,
  passkeyAssertion,
  passkeyAttestation,
  passkeyShape,
  requestOptions,
} from "./schemas";
import { signInWithPasskey } from "./sign-in";

const none = z.strictObject({}).optional();
const passkeyId = idField("passkey");

export const passkeyProcedures = {
  startSignIn: publicProcedure
    .meta(
      rest("POST", "/auth/passkeys/options", {
        summary: "Get a challenge to sign with a passkey",
        description:
          "Pass the response to `navigator.credentials.get`. Its result signs in, completes a sign-in, or reauthenticates. It works once, for five minutes, in this browser.",
        open: true,
        repeatable: true,
      }),
    )
    .input(none)
    .output(requestOptions)
    .mutation(({ ctx }) => passkeyRequestOptions(ctx)),

  signIn: publicProcedure
    .meta(
      rest("POST", "/auth/passkeys/sign-in", {
        summary: "Sign in with a passkey",
        limit: "credentials",
        open: true,
        description:
          "Takes the result of `navigator.credentials.get`, and sets the session cookie. A passkey needs no second factor.",
        reasons: ["INVALID_PASSKEY"],
      }),
    )
    .input(z.strictObject({ response: passkeyAssertion }))
    .output(z.object({ user: userShape }))
    .mutation(({ ctx, input }) => signInWithPasskey(ctx, input.response)),

  list: userProcedure
    .meta(
      rest("GET", "/auth/passkeys", {
        summary: "List your passkeys",
        description: "Oldest first.",
      }),
    )
    .input(z.strictObject(pageFields("passkey")).optional())
    .output(pageOf(passkeyShape))
    .query(async ({ ctx, input }) =>
      pageFrom(await listPasskeys(ctx.db, ctx.user.id), input),
    ),

  startRegistration: userProcedure
    .meta(
      rest("POST", "/auth/passkeys/registration", {
        summary: "Get the options to create a passkey",
        description: "Pass the response to `navigator.credentials.create`.",
        limit: "credentials",
        repeatable: true,
        reasons: ["REAUTHENTICATION_REQUIRED", "PASSKEY_LIMIT"],
      }),
    )
    .input(none)
    .output(creationOptions)
    .mutation(({ ctx }) => passkeyCreationOptions(ctx, ctx.signedIn)),

  register: userProcedure
    .meta(
      rest("POST", "/auth/passkeys", {
        summary: "Add a passkey",
        description:
          "Returns recovery codes with your first second factor; they are shown only this once.",
        status: 201,
        limit: "credentials",
        repeatable: true,
        reasons: ["INVALID_PASSKEY", "PASSKEY_LIMIT"],
      }),
    )
    .input(
      z.strictObject({ name: passkeyNameField, response: passkeyAttestation }),
    )
    .output(
      z.object({
        passkey: passkeyShape,
        recoveryCodes: z.array(z.string()).nullable(),
      }),
    )
    .mutation(({ ctx, input }) => registerPasskey(ctx, ctx.signedIn, input)),

  rename: userProcedure
    .meta(
      rest("PATCH", "/auth/passkeys/{id}", {
        summary: "Rename a passkey",
        description: "The name is only shown to you.",
        reasons: ["NOT_FOUND"],
      }),
    )
    .input(z.strictObject({ id: passkeyId, name: passkeyNameField }))
    .output(passkeyShape)
    .mutation(({ ctx, input }) => renamePasskey(ctx, ctx.user.id, input)),

  remove: userProcedure
    .meta(
      rest("DELETE", "/auth/passkeys/{id}", {
        summary: "Remove a passkey",
        status: 204,
        description:
          "Needs a recent authentication. Your only way to sign in cannot be removed.",
        reasons: [
          "REAUTHENTICATION_REQUIRED",
          "NOT_FOUND",
          "LAST_SIGN_IN_METHOD",
        ],
      }),
    )
    .input(z.strictObject({ id: passkeyId }))
    .output(z.void())
    .mutation(({ ctx, input }) => removePasskey(ctx, ctx.signedIn, input.id)),
};
