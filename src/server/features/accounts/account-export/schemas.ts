import { z } from "zod";
import { invitationShape } from "#server/features/invitations/schemas";
import { projectShape } from "#server/features/projects/schemas";
import { idOf, moment, named, permission, roleId } from "#server/kernel/shapes";

/** The maximum length of the lists that can become long. Such a list contains the newest items. */
export const MAX_LIST_LENGTH = 2000;

/** The newest items first. `isComplete` is false if there are more than `maxListLength` items. */
const list = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), isComplete: z.boolean() });

/** Personal data of a user, without secrets and hashes. The only data of others are names in the user's records. */
export const exportShape = named(
  "AccountExport",
  z.object({
    exportedAt: moment,
    maxListLength: z.int(),
    profile: z.object({
      id: idOf("user"),
      email: z.string(),
      name: z.string(),
      language: z
        .string()
        .nullable()
        .describe("The language in which the user gets mails."),
      createdAt: moment,
      hasPassword: z.boolean(),
      startsIn: z
        .string()
        .nullable()
        .describe(
          "The organization that the web app opens at the next visit of the user.",
        ),
      firstJoinedAt: moment
        .nullable()
        .describe("When the user first joined an organization."),
    }),
    pendingEmail: z
      .object({ email: z.string(), createdAt: moment, expiresAt: moment })
      .nullable()
      .describe(
        "The new email address that the user requested and has not verified yet.",
      ),
    picture: z
      .object({
        url: z.string(),
        contentType: z.string(),
        base64: z.string(),
        createdAt: moment,
      })
      .nullable(),
    twoFactor: z.object({
      authenticatorAppSince: moment.nullable(),
      recoveryCodesLeft: z.int(),
    }),
    passkeys: z.array(
      z.object({
        name: z.string(),
        isSynced: z.boolean(),
        createdAt: moment,
        lastUsedAt: moment.nullable(),
      }),
    ),
    linkedAccounts: z.array(
      z.object({
        provider: z.string(),
        subject: z.string(),
        label: z.string(),
        createdAt: moment,
        lastUsedAt: moment.nullable(),
      }),
    ),
    sessions: z.array(
      z.object({
        userAgent: z.string().nullable(),
        address: z.string().nullable(),
        createdAt: moment,
        lastSeenAt: moment,
        authenticatedAt: moment,
        expiresAt: moment,
      }),
    ),
    devices: z
      .array(z.object({ createdAt: moment, lastUsedAt: moment }))
      .describe("Browsers that the user has signed in with."),
    memberships: z.array(
      z.object({
        organization: z.object({
          id: idOf("organization"),
          name: z.string(),
          slug: z.string(),
        }),
        role: roleId,
        roleName: z.string(),
        joinedAt: moment,
        suspendedAt: moment.nullable(),
        lastActiveAt: moment.describe(
          "When you last used the organization in a browser, to the hour.",
        ),
      }),
    ),
    invitationsReceived: list(
      invitationShape
        .omit({ id: true, email: true })
        .extend({ organization: z.string(), message: z.string().nullable() }),
    ),
    projects: list(
      projectShape
        .pick({
          id: true,
          name: true,
          description: true,
          status: true,
          createdAt: true,
          updatedAt: true,
        })
        .extend({ organizationId: idOf("organization") }),
    ).describe(
      "The projects that the user created or owns, from the organizations that the user has access to.",
    ),
    favouriteProjects: list(
      z.object({
        organizationId: idOf("organization"),
        projectId: idOf("project"),
        createdAt: moment,
      }),
    ),
    apiKeys: list(
      z.object({
        organizationId: idOf("organization"),
        id: idOf("apiKey"),
        name: z.string(),
        scopes: z.array(permission),
        last4: z.string(),
        createdAt: moment,
        expiresAt: moment.nullable(),
        lastUsedAt: moment.nullable(),
        revokedAt: moment.nullable(),
      }),
    ).describe("The personal API keys of the user, without their secrets."),
    serviceAccounts: list(
      z.object({
        organizationId: idOf("organization"),
        id: idOf("serviceAccount"),
        name: z.string(),
        role: roleId,
        roleName: z.string(),
        createdAt: moment,
      }),
    ).describe(
      "The service accounts whose steward is the user, from the organizations that the user has access to.",
    ),
    activity: list(
      z.object({
        organizationId: idOf("organization"),
        at: moment,
        action: z.string(),
        address: z.string().nullable(),
        changed: z.array(z.object({ table: z.string(), id: z.string() })),
      }),
    ).describe(
      "The actions of the user, from the audit logs of the organizations that the user has access to.",
    ),
  }),
);

export type AccountExport = z.infer<typeof exportShape>;
