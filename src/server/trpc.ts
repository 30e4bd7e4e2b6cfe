import { initTRPC } from "@trpc/server";
import { middlewareMarker } from "@trpc/server/unstable-core-do-not-import";
import { z } from "zod";
import { can, type Permission } from "../shared/permissions";
import { type Actor, type AuditOrigin, writeAudit } from "./audit/write";
import type { SignedIn } from "./auth/lucia";
import type { Context } from "./context";
import type { Database } from "./db/client";
import { TenantDb } from "./db/tenant";
import { UnitOfWork } from "./db/unit-of-work";
import { DomainError, permissionDenied } from "./errors";
import {
  type IdempotentRequest,
  idempotentRequest,
  storeAnswer,
  storedAnswer,
  TwinStoredFirst,
} from "./idempotency/replay";
import { createPost } from "./mail/post";
import { answerTo } from "./problem";
import type { ProcedureMeta } from "./rest/meta";

/** One procedure call; a batch over HTTP has several. */
class Call {
  readonly #db: Database;
  readonly #now: () => number;
  /** What this call writes. Procedures of an organization reach it only through their `TenantDb`. */
  #work: UnitOfWork;
  signedIn?: SignedIn;
  idempotent?: IdempotentRequest;

  constructor(
    readonly path: string,
    { db, now }: Pick<Context, "db" | "now">,
  ) {
    this.#db = db;
    this.#now = now;
    this.#work = new UnitOfWork(now());
  }

  static workOf(call: Call): UnitOfWork {
    return call.#work;
  }

  /** Forgets what was collected, to run the procedure again on what is true now. */
  restart(): void {
    this.#work = new UnitOfWork(this.#now());
    this.idempotent = undefined;
  }

  storedAnswer(request: IdempotentRequest) {
    return storedAnswer(this.#db, request, this.#now());
  }
}

const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    // Stack traces stay on the server, whatever NODE_ENV says.
    isDev: false,
    errorFormatter({ shape, error, ctx }) {
      const { status, problem, headers } = answerTo(
        error,
        ctx?.request.id ?? "",
      );
      const renamedTo = headers["x-renamed-to"];
      return {
        ...shape,
        message: problem.message,
        data: {
          ...problem,
          httpStatus: status,
          ...(renamedTo !== undefined && { renamedTo }),
        },
      };
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** How often a procedure whose reads were overtaken is run again before it answers `BUSY`. */
const ATTEMPTS = 4;

/** What a mutation writes is collected and stored as one batch when the procedure returns. */
const baseProcedure = t.procedure.use(
  async ({ ctx, next, path, type, meta }) => {
    await limitCredentials(ctx, meta);
    const call = new Call(path, ctx);
    for (let attempt = 1; ; attempt++) {
      const result = await next({ ctx: { call } });
      if (type !== "mutation") return result;
      if (result.ok) {
        const stored = await tryStore(ctx, call, result.data);
        if (stored.ok) return { ...result, data: stored.value };
        if (attempt === ATTEMPTS) throw busy();
      } else if (!wasOvertaken(result.error.cause) || attempt === ATTEMPTS)
        return result;
      call.restart();
      ctx.response.cookies.length = 0;
    }
  },
);

/** Anyone may call it. */
export const publicProcedure = baseProcedure.use(
  async ({ ctx, next, meta }) => {
    if (!meta?.limit)
      await ctx.limits.consume("anonymous", ctx.request.clientKey);
    return next({ ctx: openWork(ctx) });
  },
);

/** Who calls, and their membership in the organization the input names, in one read. */
const signedInProcedure = baseProcedure.use(
  async ({ ctx, next, getRawInput }) => {
    const signedIn = await authenticate(
      ctx,
      namedOrganization(await getRawInput()),
    );
    ctx.call.signedIn = signedIn;
    return next({
      ctx: { user: signedIn.user, session: signedIn.session, signedIn },
    });
  },
);

/** A signed-in person may call it; it acts for no organization. */
export const userProcedure = signedInProcedure
  .use(({ ctx, next }) => next({ ctx: openWork(ctx) }))
  .use((options) => replayed(options));

/** A member of the organization in `input.org` may call it; `ctx.db` holds nothing but that organization's rows. */
export const orgProcedure = signedInProcedure
  .input(z.object({ org: z.string().min(1).max(64) }))
  .use(async ({ ctx, next, input, type }) => {
    const { organization } = ctx.signedIn;
    if (!organization)
      throw await ctx.sessions.organizationMissing(ctx.user.id, input.org);
    const work = Call.workOf(ctx.call);
    // Rights were read before the batch; the batch holds only if they are still there when it is stored.
    if (type === "mutation")
      work.mustFirst(
        ctx.sessions.stillHasRole(organization, ctx.user.id),
        overtaken,
      );
    const db = new TenantDb(ctx.db.drizzle, work, organization.id);
    const post = createPost(work, ctx.sealer, ctx.limits);
    return next({ ctx: { organization, role: organization.role, db, post } });
  });

/**
 * A member whose role grants the permission may call it. With `or`, a weaker right opens the door as well, and the
 * service decides for which rows.
 */
export function roleProcedure(
  permission: Permission,
  { or }: { or?: Permission } = {},
) {
  return orgProcedure
    .use(({ ctx, next }) => {
      const { role } = ctx;
      if (!can(role, permission) && !(or && can(role, or)))
        throw permissionDenied([permission]);
      return next();
    })
    .use((options) => replayed(options));
}

/** Outside an organization: the unit of work itself, and the way to send mail. */
function openWork({ call, sealer, limits }: Context & { call: Call }) {
  const work = Call.workOf(call);
  return { work, post: createPost(work, sealer, limits) };
}

async function authenticate(
  ctx: Context,
  org: string | undefined,
): Promise<SignedIn> {
  const { request, sessions, limits, response } = ctx;
  // A bearer key replaces the cookie, so that a page's cookie never backs a program's call.
  const token = request.bearer
    ? undefined
    : sessions.readCookie(request.cookieHeader);
  const signedIn = token ? await sessions.authenticate(token, org) : undefined;
  if (!token || !signedIn) {
    await limits.consume("anonymous", request.clientKey);
    throw new DomainError("SIGNED_OUT");
  }
  await limits.consume("session", signedIn.session.id);
  if (signedIn.session.fresh) response.cookies.push(sessions.cookie(token));
  return signedIn;
}

function namedOrganization(input: unknown): string | undefined {
  const org =
    input && typeof input === "object" && "org" in input
      ? input.org
      : undefined;
  return typeof org === "string" && org.length <= 64 ? org : undefined;
}

async function limitCredentials(
  ctx: Context,
  meta: ProcedureMeta | undefined,
): Promise<void> {
  if (!meta?.limit) return;
  if (ctx.request.isBatch)
    throw new DomainError(
      "INVALID_INPUT",
      "This procedure cannot be called in a batch.",
    );
  await ctx.limits.consume(meta.limit, ctx.request.clientKey);
}

function overtaken(): DomainError {
  return new DomainError("BUSY", undefined, { retry: true });
}

function busy(): DomainError {
  return new DomainError("BUSY", undefined, { retryAfter: 1 });
}

function wasOvertaken(error: unknown): boolean {
  return error instanceof DomainError && error.details.retry === true;
}

interface ReplayOptions<R> {
  ctx: Pick<Context, "request"> & { call: Call; user: { id: string } };
  type: string;
  getRawInput: () => Promise<unknown>;
  next: () => Promise<R>;
}

/** Gives the stored answer to a repeated `Idempotency-Key`; it stands behind every check of rights. */
async function replayed<R>({
  ctx,
  type,
  getRawInput,
  next,
}: ReplayOptions<R>): Promise<R> {
  const { call, request, user } = ctx;
  if (type !== "mutation" || request.idempotencyKey === null) return next();
  const operation = request.operation ?? call.path;
  const twin = idempotentRequest(
    user.id,
    operation,
    request.idempotencyKey,
    await getRawInput(),
  );
  const stored = await call.storedAnswer(twin);
  if (!stored) {
    call.idempotent = twin;
    return next();
  }
  // tRPC lets a middleware answer in the procedure's place, but types only what `next` returns.
  return { marker: middlewareMarker, ok: true, data: stored.value } as R;
}

type Stored = { ok: true; value: unknown } | { ok: false };

/** Not ok: what the procedure had read was overtaken before the batch was stored. */
async function tryStore(
  ctx: Context,
  call: Call,
  value: unknown,
): Promise<Stored> {
  const work = Call.workOf(call);
  if (work.isEmpty && !call.idempotent) return { ok: true, value };
  writeAudit(work, auditOrigin(ctx, call));
  if (call.idempotent) storeAnswer(work, call.idempotent, value);
  try {
    await work.commit(ctx.db.client);
  } catch (error) {
    if (wasOvertaken(error)) return { ok: false };
    const twin =
      error instanceof TwinStoredFirst &&
      (await call.storedAnswer(error.request));
    if (!twin) throw error;
    return { ok: true, value: twin.value };
  }
  ctx.wakeOutbox();
  return { ok: true, value };
}

function auditOrigin(
  { request }: Context,
  { signedIn, path }: Call,
): AuditOrigin {
  const actor: Actor = signedIn
    ? { kind: "user", id: signedIn.user.id, name: signedIn.user.name }
    : { kind: "system", id: null, name: null };
  return {
    actor,
    action: path,
    requestId: request.id,
    address: request.address,
  };
}
