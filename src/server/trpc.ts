import { initTRPC, type TRPCError } from "@trpc/server";
import { middlewareMarker } from "@trpc/server/unstable-core-do-not-import";
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
    { db, services }: Pick<Context, "db" | "services">,
  ) {
    this.#db = db;
    this.#now = services.now;
    this.#work = new UnitOfWork(services.now());
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

/** Anyone may call it. */
export const publicProcedure = t.procedure.use((options) =>
  inOneBatch(options, async (call) => {
    const { ctx, meta, next } = options;
    const { limits } = ctx.services;
    if (!meta?.limit) await limits.consume("anonymous", ctx.request.clientKey);
    return next({ ctx: openWork(ctx, call) });
  }),
);

/** A signed-in person may call it; it acts for no organization. */
export const userProcedure = t.procedure.use((options) =>
  inOneBatch(options, async (call) => {
    const org = namedOrganization(await options.getRawInput());
    const signedIn = await authenticate(options, call, org);
    const { user, session } = signedIn;
    return replayed({ ...options, call, user }, () =>
      options.next({
        ctx: { user, session, signedIn, ...openWork(options.ctx, call) },
      }),
    );
  }),
);

/** A member of the organization in `input.org` may call it; `ctx.db` holds nothing but that organization's rows. */
export const orgProcedure = t.procedure.use((options) =>
  inOneBatch(options, async (call) => {
    const { ctx, next, type } = options;
    const org = fieldOf(await options.getRawInput(), "org");
    const signedIn = await authenticate(options, call, org);
    // Without a name, the one found is where the person left off: no call may act on that.
    if (!org) throw unnamed();
    const { user, session, organization } = signedIn;
    if (!organization)
      throw await ctx.services.sessions.organizationMissing(user.id, org);
    const { work, post } = openWork(ctx, call);
    // Rights were read before the batch; it holds only if they are still there when it is stored.
    if (type === "mutation")
      work.mustFirst(
        ctx.services.sessions.stillHasRole(organization, user.id),
        overtaken,
      );
    const db = new TenantDb(ctx.db.drizzle, work, organization.id);
    const { role } = organization;
    return next({ ctx: { call, user, session, organization, role, db, post } });
  }),
);

/**
 * A member whose role grants the permission may call it. With `or`, a weaker right opens the door as well, and the
 * service decides for which rows.
 */
export function roleProcedure(
  permission: Permission,
  { or }: { or?: Permission } = {},
) {
  return orgProcedure.use((options) => {
    const { role, call, user } = options.ctx;
    if (!can(role, permission) && !(or && can(role, or)))
      throw permissionDenied([permission]);
    return replayed({ ...options, call, user }, () => options.next());
  });
}

/** How often a procedure whose reads were overtaken is run before it answers `BUSY`. */
const ATTEMPTS = 4;

interface Options {
  ctx: Context;
  path: string;
  type: "query" | "mutation" | "subscription";
  meta: ProcedureMeta | undefined;
  getRawInput: () => Promise<unknown>;
}

type Outcome = { ok: true; data: unknown } | { ok: false; error: TRPCError };

/** What a mutation writes is collected, and stored as one batch when the procedure returns. */
async function inOneBatch<R extends Outcome>(
  options: Options,
  run: (call: Call) => Promise<R>,
): Promise<R> {
  const { ctx, path, type } = options;
  await limitCredentials(options);
  const call = new Call(path, ctx);
  if (type !== "mutation") return run(call);
  for (let attempt = 1; ; attempt++) {
    // A write is decided on what is true now, not on what a replica last heard.
    if (ctx.db.refresh) await ctx.db.refresh();
    const work = Call.workOf(call);
    try {
      const result = await run(call);
      if (result.ok) {
        const stored = await tryStore(ctx, call, result.data);
        if (stored.ok) return { ...result, data: stored.value };
        if (attempt === ATTEMPTS) throw busy();
      } else if (!wasOvertaken(result.error.cause) || attempt === ATTEMPTS)
        return (await answerOfTwin<R>(call)) ?? result;
    } finally {
      work.settle();
    }
    call.restart();
    ctx.response.cookies.length = 0;
  }
}

/** Outside an organization: the unit of work itself, and the way to send mail. */
function openWork({ services }: Context, call: Call) {
  const work = Call.workOf(call);
  return { work, post: createPost(work, services) };
}

/** Who calls, and their membership in the organization the input names, in one read. */
async function authenticate(
  { ctx }: Options,
  call: Call,
  org: string | undefined,
): Promise<SignedIn> {
  const { request, response } = ctx;
  const { sessions, limits } = ctx.services;
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
  call.signedIn = signedIn;
  return signedIn;
}

function unnamed(): DomainError {
  const message = "Name the organization, by its slug or id.";
  const issues = [{ path: "org", message }];
  return new DomainError("INVALID_INPUT", message, { issues });
}

function namedOrganization(input: unknown): string | undefined {
  return fieldOf(input, "org") ?? fieldOf(input, "organizationId");
}

function fieldOf(input: unknown, name: string): string | undefined {
  if (!input || typeof input !== "object") return undefined;
  const value = (input as Record<string, unknown>)[name];
  return typeof value === "string" && value.length <= 64 ? value : undefined;
}

async function limitCredentials({ ctx, meta }: Options): Promise<void> {
  if (!meta?.limit) return;
  if (ctx.request.isBatch)
    throw new DomainError(
      "INVALID_INPUT",
      "This procedure cannot be called in a batch.",
    );
  await ctx.services.limits.consume(meta.limit, ctx.request.clientKey);
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

interface ReplayOptions extends Pick<Options, "type" | "meta" | "getRawInput"> {
  ctx: Pick<Context, "request">;
  call: Call;
  user: { id: string };
}

/** Gives the stored answer to a repeated `Idempotency-Key`; it stands behind every check of rights. */
async function replayed<R>(
  { ctx, call, user, type, meta, getRawInput }: ReplayOptions,
  run: () => Promise<R>,
): Promise<R> {
  const { idempotencyKey, operation = call.path } = ctx.request;
  if (type !== "mutation" || meta?.repeatable || idempotencyKey === null)
    return run();
  const twin = idempotentRequest(
    user.id,
    operation,
    idempotencyKey,
    await getRawInput(),
  );
  const stored = await call.storedAnswer(twin);
  if (stored) return inItsPlace<R>(stored.value);
  call.idempotent = twin;
  return run();
}

/** A refusal may be the work of a twin that was stored since this call looked for one; then its answer stands. */
async function answerOfTwin<R>(call: Call): Promise<R | undefined> {
  const twin = call.idempotent && (await call.storedAnswer(call.idempotent));
  return twin && inItsPlace<R>(twin.value);
}

/** tRPC lets a middleware answer in the procedure's place, but types only what `next` returns. */
function inItsPlace<R>(value: unknown): R {
  return { marker: middlewareMarker, ok: true, data: value } as R;
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
