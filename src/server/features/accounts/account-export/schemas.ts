import { z } from "zod";
import { invitationShape } from "#server/features/invitations/schemas";
import { projectShape } from "#server/features/projects/schemas";

/** The maximum length of the lists that can become long. Such a list contains the newest items. */
export const MAX_LIST_LENGTH = 2000;

const moment = z.string();
/** The newest items first. `isComplete` is false if there are more than `maxListLength` items. */
const list = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), isComplete: z.boolean() });

/** Personal data of a user, without secrets and hashes. The only data of others are names in the user's records. */
export const exportShape = z.object({
  exportedAt: moment,
  maxListLength: z.number(),
  profile: z.object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    createdAt: moment,
    hasPassword: z.boolean(),
    /** The organization that the web app opens at the next visit of the user. */
    startsIn: z.string().nullable(),
    /** When the user first joined an organization. */
    firstJoinedAt: moment.nullable(),
  }),
  /** The new email address that the user requested and has not verified yet. */
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
  /** Browsers that the user has signed in with. */
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
  /** The projects that the user created, from the organizations that the user has access to. */
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
  /** The actions of the user, from the audit logs of the organizations that the user has access to. */
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
