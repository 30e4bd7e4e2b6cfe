import { z } from "zod";
import { apiKeyNameField, pageFields } from "#shared/fields";
import { isId, idPattern } from "#shared/id";
import { rule } from "#shared/rules";
import { idField, orgInput, pageOf } from "#server/kernel/inputs";
import { rest } from "#server/rpc/meta";
import {
  keyProcedure,
  orgProcedure,
  roleProcedure,
  router,
  userProcedure,
} from "#server/rpc/trpc";
import { MAX_KEYS } from "./issue";
import { listKeys, listOwnKeys } from "./list";
import {
  apiKeyShape,
  expiresInDaysField,
  issuedKeyShape,
  ownKeyShape,
  scopesField,
} from "./schemas";
import {
  createKey,
  revokeKey,
  revokeOwnKey,
  rotateKey,
  updateKey,
} from "./service";

const collection = "/organizations/{org}/api-keys";
const member = "/organizations/{org}/api-keys/{id}";
const id = idField("apiKey");
const OWN_OR_ANY =
  "With `apiKey:manage` it can be a key of another member or of a service account.";
const MAX_GRACE_HOURS = 168;

const ownerField = z
  .string()
  .max(64)
  .refine(
    (owner) =>
      owner === "me" ||
      owner === "all" ||
      isId("user", owner) ||
      isId("serviceAccount", owner),
    rule("INVALID_VALUE"),
  )
  .meta({
    pattern: `^(me|all)$|${idPattern("user")}|${idPattern("serviceAccount")}`,
    description:
      "Whose keys: `me` (the default), `all`, or the ID of a user or of a service account. All but your own need `apiKey:manage`.",
  });

export const apiKeysRouter = router({
  list: roleProcedure("apiKey:own")
    .meta(
      rest("GET", collection, {
        summary: "List API keys, newest first",
        description:
          "Keys that are not revoked, also expired ones. By default your own keys.",
      }),
    )
    .input(orgInput({ ...pageFields("apiKey"), owner: ownerField.optional() }))
    .output(pageOf(apiKeyShape))
    .query(({ ctx, input }) => listKeys(ctx.db, ctx.caller, input)),

  create: roleProcedure("apiKey:own")
    .meta(
      rest("POST", collection, {
        summary: "Create a personal API key",
        description: `A call with the key has those of its permissions that your present role grants. The key ends with your membership. You need all permissions of the key, and can have at most ${MAX_KEYS.member} keys.`,
        status: 201,
        reasons: ["API_KEY_LIMIT", "REAUTHENTICATION_REQUIRED"],
      }),
    )
    .input(
      orgInput({
        name: apiKeyNameField,
        scopes: scopesField,
        expiresInDays: expiresInDaysField.optional(),
      }),
    )
    .output(issuedKeyShape)
    .mutation(({ ctx, input: { org: _, ...input } }) =>
      createKey(ctx.db, ctx.caller, ctx.services.limits, input),
    ),

  update: roleProcedure("apiKey:own")
    .meta(
      rest("PUT", member, {
        summary: "Change the name or the permissions of an API key",
        description: `${OWN_OR_ANY} You need the permissions that you add, and all permissions of a key that is not your own. Only its owner can add permissions to a personal key.`,
        reasons: ["NOT_FOUND", "KEY_OWNER_ONLY", "REAUTHENTICATION_REQUIRED"],
      }),
    )
    .input(
      orgInput({
        id,
        name: apiKeyNameField.optional(),
        scopes: scopesField.optional(),
      }),
    )
    .output(apiKeyShape)
    .mutation(({ ctx, input: { org: _, id: keyId, ...changes } }) =>
      updateKey(ctx.db, ctx.caller, keyId, changes),
    ),

  rotate: roleProcedure("apiKey:own")
    .meta(
      rest("POST", `${member}/rotate`, {
        summary: "Give an API key a new secret",
        description:
          "The old secret stays valid for `graceHours`, but not longer than it would have been. The lifetime of the key starts again. With `apiKey:manage` it can be a key of a service account whose permissions you have.",
        reasons: ["NOT_FOUND", "KEY_OWNER_ONLY", "REAUTHENTICATION_REQUIRED"],
      }),
    )
    .input(
      orgInput({
        id,
        graceHours: z.int().min(0).max(MAX_GRACE_HOURS).default(24),
      }),
    )
    .output(issuedKeyShape)
    .mutation(({ ctx, input }) =>
      rotateKey(ctx.db, ctx.caller, input.id, input.graceHours),
    ),

  revoke: orgProcedure
    .meta(
      rest("DELETE", member, {
        summary: "Revoke an API key",
        description: `Calls with the key are refused from then on. Every member can revoke their own keys. ${OWN_OR_ANY}`,
        status: 204,
        reasons: ["NOT_FOUND"],
      }),
    )
    .input(orgInput({ id }))
    .output(z.void())
    .mutation(({ ctx, input }) => revokeKey(ctx.db, ctx.caller, input.id)),

  revokeSelf: keyProcedure
    .meta(
      rest("DELETE", "/api-keys/self", {
        summary: "Revoke the API key of this call",
        description:
          "For a program that has finished, or whose key may have leaked. Only an API key can call it.",
        reasons: ["MEMBERSHIP_SUSPENDED", "SECOND_FACTOR_REQUIRED"],
        status: 204,
      }),
    )
    .input(z.strictObject({}).optional())
    .output(z.void())
    .mutation(({ ctx }) => revokeOwnKey(ctx.db, ctx.caller)),

  mine: userProcedure
    .meta(
      rest("GET", "/auth/api-keys", {
        summary: "List your personal API keys in all organizations",
        description:
          "Also in organizations where your access is suspended; the keys do not work there.",
      }),
    )
    .input(z.strictObject(pageFields("apiKey")).optional())
    .output(pageOf(ownKeyShape))
    .query(({ ctx, input: { limit = 50, cursor } = {} }) =>
      listOwnKeys(ctx.db, ctx.user.id, { limit, cursor }, ctx.services.now()),
    ),
});
