import { initTRPC } from "@trpc/server";
import { ABOUT_ONESELF, can, type Permission } from "#shared/permissions";
import { grantsOfRow } from "#server/core/roles/grants";
import {
  authenticate,
  authenticateUser,
  fieldOf,
  namedOrganization,
} from "./authenticate";
import { ProcedureCall, type ProcedureOptions } from "./procedure-call";
import { enterOrganization, type Entered } from "./enter-organization";
import { runAndCommit } from "./mutation";
import { replayOrRun } from "./idempotency";
import { reserveCall } from "./meter-call";
import { useWriteBudget } from "./write-budget";
import type { Context } from "./context";
import { currentGrantsInView } from "./view-as-role";
import {
  type Authenticated,
  type Caller,
  isKeyCall,
  responsibleFor,
} from "#server/core/caller";
import { TenantDb } from "#server/kernel/db/tenant-db";
import {
  conflictRetry,
  DomainError,
  invalidField,
  permissionDenied,
} from "#server/kernel/errors";
import { createPost, type Post } from "#server/kernel/mail/post";
import { toErrorResponse, inTrpcEnvelope } from "./error-response";
import type { ProcedureMeta } from "./meta";

const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    // Responses never contain stack traces, whatever NODE_ENV is.
    isDev: false,
    sse: {
      // The interval of the pings must be shorter than the idle timeouts of proxies and of this server.
      ping: { enabled: true, intervalMs: 15_000 },
      client: { reconnectAfterInactivityMs: 40_000 },
    },
    errorFormatter({ error, ctx }) {
      const response = toErrorResponse(error, ctx?.request.id ?? "");
      const renamedTo = response.headers["x-renamed-to"];
      // The numeric code is set because clients use it to decide whether to retry a failed stream.
      const { code, message, data } = inTrpcEnvelope(response).error;
      return {
        code,
        message,
        data: { ...data, ...(renamedTo !== undefined && { renamedTo }) },
      };
    },
  });

export const router = t.router;

const openToAll = t.procedure.meta({ access: "anyone" });
const openToUsers = t.procedure.meta({ access: "user" });
const openToMembers = t.procedure.meta({ access: "member" });
const openToKeys = t.procedure.meta({ access: "key" });

/** A procedure that everyone can call, also without a session. */
export const publicProcedure = openToAll.use((options) =>
  runAndCommit(options, async (call) => {
    const { ctx, meta, next } = options;
    const { limits } = ctx.services;
    if (!meta?.limit)
      await limits.consumeClient("anonymous", ctx.request.address);
    return next({ ctx: openWork(ctx, call) });
  }),
);

/** A procedure for signed-in users that belongs to no organization. It refuses API keys. */
export const userProcedure = openToUsers.use((options) =>
  runAndCommit(options, async (call) => {
    const org = namedOrganization(await options.getRawInput());
    const signedIn = await authenticateUser(options, call, org);
    const { user, session } = signedIn;
    return replayOrRun({ ...options, call, actorId: user.id }, async () => {
      await useWriteBudget(options, call, user.id);
      return options.next({
        ctx: { user, session, signedIn, ...openWork(options.ctx, call) },
      });
    });
  }),
);

/** A query for signed-in users and API keys that belongs to no organization. A key only sees its own organization. */
export const callerProcedure = openToUsers.use((options) =>
  runAndCommit(options, async (call) => {
    const org = namedOrganization(await options.getRawInput());
    const authenticated = await authenticate(options, call, org);
    await reserveCall(options.ctx, call);
    return options.next({ ctx: { authenticated } });
  }),
);

const inOrganization = openToMembers.use((options) =>
  runAndCommit(options, async (call) => {
    const org = fieldOf(await options.getRawInput(), "org");
    const authenticated = await authenticate(options, call, org);
    // Without `org`, `authenticate` returns the last visited organization. A call must not depend on that.
    if (!org) throw invalidField("org", "ORGANIZATION_REQUIRED");
    const ctx = await openOrganization(options, call, authenticated, org);
    return options.next({ ctx });
  }),
);

/** A procedure for members of the organization in `input.org`. `ctx.db` only reaches rows of that organization. */
export const orgProcedure = inOrganization.use((options) => {
  const { call, caller } = options.ctx;
  return replayOrRun(
    { ...options, call, actorId: actorOf(caller) },
    async () => {
      await reserveCall(options.ctx, call);
      return options.next();
    },
  );
});

/**
 * A procedure for an API key itself, in the organization of the key. It does not count as a call, so that a key can be
 * revoked when its organization has reached the limit of calls.
 */
export const keyProcedure = openToKeys.use((options) =>
  runAndCommit(options, async (call) => {
    const authenticated = await authenticate(options, call, undefined);
    if (!isKeyCall(authenticated)) throw new DomainError("API_KEY_REQUIRED");
    const { orgId, key } = authenticated;
    const ctx = await openOrganization(options, call, authenticated, orgId);
    return replayOrRun({ ...options, call, actorId: key.id }, () =>
      options.next({ ctx }),
    );
  }),
);

/**
 * A procedure for members whose role grants the permission. With `or`, a weaker permission is also accepted, and the
 * service decides which rows it allows.
 */
export function roleProcedure(
  permission: Permission,
  { or }: { or?: Permission } = {},
) {
  const access = or ? [permission, or] : [permission];
  return inOrganization.meta({ access }).use((options) => {
    const { call, caller } = options.ctx;
    const { grants, organization } = caller;
    if (!can(grants, permission) && !(or && can(grants, or)))
      throw organization.isFrozen
        ? new DomainError("MEMBERSHIP_FROZEN")
        : permissionDenied([permission]);
    return replayOrRun(
      { ...options, call, actorId: actorOf(caller) },
      async () => {
        await reserveCall(options.ctx, call);
        const userId = responsibleFor(caller);
        await useWriteBudget(options, call, userId, organization.plan);
        return options.next();
      },
    );
  });
}

/** The id of the owner of an `Idempotency-Key`: the user, or the API key of the call. */
function actorOf({ id, key }: Caller): string {
  return key?.id ?? id;
}

/**
 * Makes the context of a procedure of one organization, after the checks that every caller must pass. Its `db` only
 * reaches rows of that organization.
 */
async function openOrganization(
  options: ProcedureOptions,
  call: ProcedureCall,
  authenticated: Authenticated,
  org: string,
): Promise<{ call: ProcedureCall; caller: Caller; db: TenantDb }> {
  const { ctx, type } = options;
  const input = await options.getRawInput();
  const isOpen =
    !isKeyCall(authenticated) &&
    (options.meta?.openToBlocked?.(input, authenticated.user.id) ?? false);
  const { work, post } = openWork(ctx, call);
  const entering = { ...options, isOpen };
  const entered = await enterOrganization(entering, call, authenticated, org);
  const { user, organization } = entered;
  const { sessions } = ctx.services;
  if (!isOpen && user && requiresTwoFactor(ctx, organization)) {
    if (organization.twoFactorDeadline !== null)
      throw new DomainError("SECOND_FACTOR_REQUIRED");
    if (type === "mutation")
      work.guard(sessions.hasSecondFactor(user.id), conflictRetry);
  }
  // An open page subscribes again by itself, so this is no activity of the member.
  if (!isOpen && !isKeyCall(entered) && type !== "subscription")
    ctx.services.activity.record(organization.id, entered.user.id);
  const db = new TenantDb(ctx.db.drizzle, work, organization.id);
  return { call, caller: callerOf(ctx, entered, post, db), db };
}

function callerOf(
  ctx: Context,
  entered: Entered,
  post: Post,
  db: TenantDb,
): Caller {
  const { apiKeys, sessions, links, now } = ctx.services;
  const { organization } = entered;
  const common = { organization, grants: organization.grants, post, links };
  if (!isKeyCall(entered)) {
    const { user, session } = entered;
    const { id, authenticatedAt } = session;
    return {
      ...common,
      id: user.id,
      name: user.name,
      user,
      account: undefined,
      session: { id, authenticatedAt },
      key: undefined,
      givable: organization.grants,
      currentGrants: () =>
        currentGrantsInView(ctx, db, () =>
          sessions.currentGrants(id, organization.id, now()),
        ),
    };
  }
  const { user, account, key } = entered;
  const { id, name } = user ?? account ?? key;
  return {
    ...common,
    id,
    name,
    user,
    account,
    session: undefined,
    key: { id: key.id },
    givable: givableWithKey(organization),
    currentGrants: () => apiKeys.currentGrants(key, now()),
  };
}

function givableWithKey(
  organization: Entered["organization"],
): Caller["givable"] {
  const ofOwner = grantsOfRow(organization);
  const aboutOneself = ABOUT_ONESELF.filter((one) => ofOwner.has(one));
  return new Set([...organization.grants, ...aboutOneself]);
}

/** Opens the unit of work of a call, and the function that adds mails to it. */
function openWork({ services, request }: Context, call: ProcedureCall) {
  const work = ProcedureCall.workOf(call);
  return { work, post: createPost(work, services, request.language) };
}

/** Whether the organization now blocks members without 2FA. */
function requiresTwoFactor(
  { services }: Context,
  { twoFactorRequiredFrom }: { twoFactorRequiredFrom: number | null },
): boolean {
  return (
    twoFactorRequiredFrom !== null && twoFactorRequiredFrom <= services.now()
  );
}
