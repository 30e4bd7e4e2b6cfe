import { z } from "zod";
import { invitationShape } from "#server/features/invitations/schemas";
import { projectShape } from "#server/features/projects/schemas";

/** How many of the newest rows a list holds that may be long. */
export const MAX_LIST_LENGTH = 2000;

const moment = z.string();
/** Newest first; `isComplete` is false where there are more than `longestList`. */
const list = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), isComplete: z.boolean() });

/** What is kept about a person, and nothing of others but names in the person's own records; no secret, no hash. */
export const exportShape = z.object({
  exportedAt: moment,
  longestList: z.number(),
  profile: z.object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    createdAt: moment,
    hasPassword: z.boolean(),
    /** The organization where the next visit starts. */
    startsIn: z.string().nullable(),
    /** When the user became a member of an organization for the first time. */
    firstJoinedAt: moment.nullable(),
  }),
  /** An address that waits for its confirmation. */
  pendingEmail: z
    .object({ email: z.string(), createdAt: moment, expiresAt: moment })
    .nullable(),
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
    recoveryCodesLeft: z.number(),
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
  /** Browsers that signed in before. */
  devices: z.array(z.object({ createdAt: moment, lastUsedAt: moment })),
  memberships: z.array(
    z.object({
      organization: z.object({
        id: z.string(),
        name: z.string(),
        slug: z.string(),
      }),
      role: z.string(),
      roleName: z.string(),
      joinedAt: moment,
      suspendedAt: moment.nullable(),
    }),
  ),
  invitationsReceived: list(
    invitationShape
      .omit({ id: true, email: true })
      .extend({ organization: z.string() }),
  ),
  /** Made by the person, in organizations they are in. */
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
      .extend({ organizationId: z.string() }),
  ),
  /** What the person did in organizations they are in, as the audit logs there have it. */
  activity: list(
    z.object({
      organizationId: z.string(),
      at: moment,
      action: z.string(),
      address: z.string().nullable(),
      changed: z.array(z.object({ table: z.string(), id: z.string() })),
    }),
  ),
});

export type AccountExport = z.infer<typeof exportShape>;
