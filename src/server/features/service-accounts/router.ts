import { z } from "zod";
import {
  apiKeyNameField,
  pageFields,
  roleField,
  serviceAccountDescriptionField,
  serviceAccountNameField,
} from "#shared/fields";
import { MAX_KEYS } from "#server/features/api-keys/issue";
import {
  expiresInDaysField,
  issuedKeyShape,
  scopesField,
} from "#server/features/api-keys/schemas";
import { idField, orgInput, pageOf } from "#server/kernel/inputs";
import { rest, UNLESS_CHANGED } from "#server/rpc/meta";
import { roleProcedure, router } from "#server/rpc/trpc";
import { getAccount, listAccounts } from "./list";
import { serviceAccountShape } from "./schemas";
import {
  createAccount,
  createAccountKey,
  deleteAccount,
  updateAccount,
} from "./service";

const collection = "/organizations/{org}/service-accounts";
const member = "/organizations/{org}/service-accounts/{id}";
const id = idField("serviceAccount");
const stewardId = idField("user").describe(
  "The member who is responsible for the account.",
);

export const serviceAccountsRouter = router({
  list: roleProcedure("apiKey:manage")
    .meta(
      rest("GET", collection, {
        summary: "List service accounts, newest first",
        description:
          "A service account has a role like a member, but takes no seat and does not depend on a person.",
      }),
    )
    .input(orgInput(pageFields("serviceAccount")))
    .output(pageOf(serviceAccountShape))
    .query(({ ctx, input }) => listAccounts(ctx.db, input)),

  get: roleProcedure("apiKey:manage")
    .meta(
      rest("GET", member, {
        summary: "Read a service account",
        description: "Its keys are in the list of API keys, with `owner`.",
        reasons: ["NOT_FOUND"],
      }),
    )
    .input(orgInput({ id }))
    .output(serviceAccountShape)
    .query(({ ctx, input }) => getAccount(ctx.db, input.id)),

  create: roleProcedure("apiKey:manage")
    .meta(
      rest("POST", collection, {
        summary: "Create a service account",
        description:
          "Its role cannot grant more than your own role. The admin role needs a recent authentication. You are its steward unless you choose another member.",
        status: 201,
        reasons: [
          "ROLE_NOT_FOUND",
          "STEWARD_NOT_MEMBER",
          "FEATURE_NOT_IN_PLAN",
          "REAUTHENTICATION_REQUIRED",
        ],
      }),
    )
    .input(
      orgInput({
        name: serviceAccountNameField,
        description: serviceAccountDescriptionField.optional(),
        role: roleField,
        stewardId: stewardId.optional(),
      }),
    )
    .output(serviceAccountShape)
    .mutation(({ ctx, input }) => createAccount(ctx.db, ctx.caller, input)),

  update: roleProcedure("apiKey:manage")
    .meta(
      rest("PUT", member, {
        summary: "Change, suspend or reactivate a service account",
        description: `You need all permissions of its role before and after the change. While it is suspended, its keys do not work. Changing an account with the admin role needs a recent authentication. ${UNLESS_CHANGED}`,
        withoutWriteBudget: storesNoText,
        reasons: [
          "NOT_FOUND",
          "STALE",
          "ROLE_NOT_FOUND",
          "STEWARD_NOT_MEMBER",
          "REAUTHENTICATION_REQUIRED",
        ],
      }),
    )
    .input(
      orgInput({
        id,
        name: serviceAccountNameField.optional(),
        description: serviceAccountDescriptionField.optional(),
        role: roleField.optional(),
        stewardId: stewardId.optional(),
        suspended: z.boolean().optional(),
        updatedAt: z.iso.datetime().optional(),
      }),
    )
    .output(serviceAccountShape)
    .mutation(
      ({ ctx, input: { org: _, id: accountId, updatedAt, ...changes } }) =>
        updateAccount(
          ctx.db,
          ctx.caller,
          accountId,
          changes,
          updatedAt ?? ctx.request.readAt,
        ),
    ),

  delete: roleProcedure("apiKey:manage")
    .meta(
      rest("DELETE", member, {
        summary: "Delete a service account with its API keys",
        description:
          "You need all permissions of its role. The projects that it created stay.",
        status: 204,
        reasons: ["NOT_FOUND"],
      }),
    )
    .input(orgInput({ id }))
    .output(z.void())
    .mutation(({ ctx, input }) => deleteAccount(ctx.db, ctx.caller, input.id)),

  createKey: roleProcedure("apiKey:manage")
    .meta(
      rest("POST", `${member}/keys`, {
        summary: "Create an API key of a service account",
        description: `A call with the key has those of its permissions that the role of the account grants. You need all permissions of the key. A service account can have at most ${MAX_KEYS.serviceAccount} keys.`,
        status: 201,
        reasons: ["NOT_FOUND", "API_KEY_LIMIT", "REAUTHENTICATION_REQUIRED"],
      }),
    )
    .input(
      orgInput({
        id,
        name: apiKeyNameField,
        scopes: scopesField,
        expiresInDays: expiresInDaysField.optional(),
      }),
    )
    .output(issuedKeyShape)
    .mutation(({ ctx, input: { org: _, id: accountId, ...input } }) =>
      createAccountKey(
        ctx.db,
        ctx.caller,
        ctx.services.limits,
        accountId,
        input,
      ),
    ),
});

/** Whether a change of a service account can only end or change its access. */
function storesNoText(input: unknown): boolean {
  return (
    typeof input === "object" &&
    input !== null &&
    !("name" in input) &&
    !("description" in input)
  );
}
