import { initTRPC } from "@trpc/server";
import { can, type Permission } from "#shared/permissions";
import { authenticate, fieldOf, namedOrganization } from "./authenticate";
import { ProcedureCall } from "./procedure-call";
import { enterOrganization, type SignedInMember } from "./enter-organization";
import { runAndCommit } from "./mutation";
import { replayOrRun } from "./idempotency";
import { useWriteBudget } from "./write-budget";
import type { Context } from "./context";
import type { Caller } from "#server/core/caller";
import { TenantDb } from "#server/kernel/db/tenant-db";
import {
  conflictRetry,
  DomainError,
  invalidField,
  permissionDenied,
} from "#server/kernel/errors";
import type { Links } from "#server/kernel/mail/links";
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

/** A procedure for signed-in users that belongs to no organization. */
export const userProcedure = openToUsers.use((options) =>
  runAndCommit(options, async (call) => {
    const org = namedOrganization(await options.getRawInput());
    const signedIn = await authenticate(options, call, org);
    const { user, session } = signedIn;
    return replayOrRun({ ...options, call, user }, () => {
      useWriteBudget(options, call, user.id);
      return options.next({
        ctx: { user, session, signedIn, ...openWork(options.ctx, call) },
      });
    });
  }),
);

/** A procedure for members of the organization in `input.org`. `ctx.db` only reaches rows of that organization. */
export const orgProcedure = openToMembers.use((options) =>
  runAndCommit(options, async (call) => {
    const { ctx, next, type } = options;
    const input = await options.getRawInput();
    const org = fieldOf(input, "org");
    const signedIn = await authenticate(options, call, org);
    // Without `org`, `authenticate` returns the last visited organization. A call must not depend on that.
    if (!org) throw invalidField("org", "ORGANIZATION_REQUIRED");
    const isOpen =
      options.meta?.openToBlocked?.(input, signedIn.user.id) ?? false;
    const { work, post } = openWork(ctx, call);
    const entering = { ...options, isOpen };
    const member = await enterOrganization(entering, call, signedIn, org);
    const { user, organization } = member;
    const { sessions } = ctx.services;
    if (!isOpen && requiresTwoFactor(ctx, organization)) {
      const deadline = await sessions.twoFactorDeadline(organization, user.id);
      if (deadline !== null) throw new DomainError("SECOND_FACTOR_REQUIRED");
      if (type === "mutation")
        work.guard(sessions.hasSecondFactor(user.id), conflictRetry);
    }
    const db = new TenantDb(ctx.db.drizzle, work, organization.id);
    const caller = callerOf(member, post, ctx.services.links);
    return next({ ctx: { call, caller, db } });
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
  return orgProcedure.meta({ access }).use((options) => {
    const { call, caller } = options.ctx;
    const { grants, organization, user } = caller;
    if (!can(grants, permission) && !(or && can(grants, or)))
      throw organization.isFrozen
        ? new DomainError("MEMBERSHIP_FROZEN")
        : permissionDenied([permission]);
    return replayOrRun({ ...options, call, user }, () => {
      useWriteBudget(options, call, user.id, organization.plan);
      return options.next();
    });
  });
}

function callerOf(
  { user, session, organization }: SignedInMember,
  post: Post,
  links: Links,
): Caller {
  const { grants } = organization;
  const { id: sessionId, authenticatedAt } = session;
  return {
    user,
    organization,
    grants,
    sessionId,
    authenticatedAt,
    post,
    links,
  };
}

/** Opens the unit of work of a call, and the function that adds mails to it. */
function openWork({ services }: Context, call: ProcedureCall) {
  const work = ProcedureCall.workOf(call);
  return { work, post: createPost(work, services) };
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
