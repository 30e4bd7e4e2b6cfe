import type { Authenticated } from "#server/core/caller";
import type { KeyCall } from "#server/core/api-keys/api-keys";
import type { SignedIn } from "#server/core/sessions/sessions";
import type { Context } from "./context";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import { limitKey } from "./limit-key";
import { ProcedureCall, type ProcedureOptions } from "./procedure-call";
import { narrowToView } from "./view-as-role";

/**
 * Reads who makes a call, and the permissions in the named organization, in one query. A request with an API key does
 * not use the cookie.
 * @throws DomainError SIGNED_OUT, API_KEY_INVALID, KEY_NOT_ALLOWED, RATE_LIMITED
 */
export function authenticate(
  options: ProcedureOptions,
  call: ProcedureCall,
  org: string | undefined,
): Promise<Authenticated> {
  const { bearer } = options.ctx.request;
  return bearer === undefined
    ? authenticateSession(options, call, org)
    : authenticateKey(options, call, org, bearer);
}

/**
 * Reads the user and the session of a call that belongs to no organization. So it does not read the version of the
 * organization, also for a mutation.
 * @throws DomainError SIGNED_OUT, API_KEY_INVALID, KEY_NOT_ALLOWED, RATE_LIMITED
 */
export async function authenticateUser(
  options: ProcedureOptions,
  call: ProcedureCall,
  org: string | undefined,
): Promise<SignedIn> {
  const { bearer } = options.ctx.request;
  if (bearer === undefined)
    return authenticateSession(options, call, org, WITHOUT_VERSION);
  await authenticateKey(options, call, org, bearer);
  throw new DomainError("KEY_NOT_ALLOWED");
}

const WITHOUT_VERSION = { withVersion: false };

async function authenticateSession(
  options: ProcedureOptions,
  call: ProcedureCall,
  org: string | undefined,
  { withVersion } = { withVersion: options.type === "mutation" },
): Promise<SignedIn> {
  const { request, response, services } = options.ctx;
  const { sessions, limits } = services;
  const token = sessions.readCookie(request.cookieHeader);
  if (!token) return signedOut(options.ctx);
  let signedIn = await readSession(options, token, org, withVersion);
  if (!signedIn) {
    await limits.consumeClient("anonymous", request.address);
    // The replica may not have a new session yet, so a query also asks the primary; a mutation has already refreshed
    // the replica. The rate limit comes first, so that forged cookies cannot overload the primary.
    const isMissingInReplica =
      options.type !== "mutation" && (await sessions.isAtPrimary(token));
    signedIn = isMissingInReplica
      ? await readSession(options, token, org, withVersion)
      : undefined;
  }
  if (!signedIn) throw new DomainError("SIGNED_OUT");
  const { session, user } = signedIn;
  // Only the first attempt of a call counts for the rate limit.
  if (!call.caller) await limits.consume("session", session.id);
  if (session.fresh) response.cookies.push(sessions.cookie(token));
  signedIn = await narrowToView(options, call, signedIn);
  call.caller = signedIn;
  if (options.type === "mutation")
    ProcedureCall.workOf(call).guardFirst(
      sessions.sessionIsActive(session.id, user.id),
      () => conflictRetry("SIGNED_OUT"),
    );
  return signedIn;
}

async function authenticateKey(
  options: ProcedureOptions,
  call: ProcedureCall,
  org: string | undefined,
  bearer: string,
): Promise<KeyCall> {
  const { apiKeys, takesKeys } = options.ctx.services;
  const caller =
    takeKeyRead(options, org) ?? (await requireKey(options, bearer, org));
  if (!call.caller) await limitKey(options.ctx, caller);
  call.caller = caller;
  if (!takesKeys(options.path)) throw new DomainError("KEY_NOT_ALLOWED");
  if (options.type === "mutation") {
    const work = ProcedureCall.workOf(call);
    work.guardFirst(apiKeys.keyIsActive(caller, work.now), () =>
      conflictRetry("API_KEY_INVALID"),
    );
  }
  return caller;
}

/** Takes the API key if it was read before the call. A retry reads it again. */
function takeKeyRead(
  { ctx: { request }, type }: ProcedureOptions,
  org: string | undefined,
): KeyCall | undefined {
  const { keyRead } = request;
  request.keyRead = undefined;
  if (keyRead?.caller.orgId !== org) return undefined;
  const isEnough = keyRead?.forMutation || type !== "mutation";
  return isEnough ? keyRead?.caller : undefined;
}

/**
 * Reads an API key and its owner. The rate limits of the key do not count this.
 * @throws DomainError API_KEY_INVALID, RATE_LIMITED
 */
export async function requireKey(
  options: Pick<ProcedureOptions, "ctx" | "type">,
  bearer: string,
  org: string | undefined,
): Promise<KeyCall> {
  const { request, services } = options.ctx;
  const { apiKeys, limits } = services;
  const found = await readKey(options, bearer, org);
  if (found) return found;
  await limits.consumeClient("anonymous", request.address);
  // As for sessions, the replica may not have a new key yet.
  const isMissingInReplica =
    options.type !== "mutation" && (await apiKeys.isAtPrimary(bearer));
  const refreshed = isMissingInReplica
    ? await readKey(options, bearer, org)
    : undefined;
  if (!refreshed) throw new DomainError("API_KEY_INVALID");
  return refreshed;
}

async function signedOut({ request, services }: Context): Promise<never> {
  await services.limits.consumeClient("anonymous", request.address);
  throw new DomainError("SIGNED_OUT");
}

/** Reads who makes a call; undefined without a valid session or API key. */
export async function readCaller(
  options: ProcedureOptions,
  org: string | undefined,
): Promise<Authenticated | undefined> {
  const { request, services } = options.ctx;
  if (request.bearer !== undefined)
    return readKey(options, request.bearer, org);
  const token = services.sessions.readCookie(request.cookieHeader);
  return token ? readSession(options, token, org) : undefined;
}

function readSession(
  { ctx, type }: ProcedureOptions,
  token: string,
  org: string | undefined,
  withVersion = type === "mutation",
) {
  const { address, language } = ctx.request;
  return ctx.services.sessions.authenticate(token, org, {
    address,
    language,
    withVersion,
  });
}

function readKey(
  { ctx, type }: Pick<ProcedureOptions, "ctx" | "type">,
  bearer: string,
  org: string | undefined,
) {
  const { apiKeys, now } = ctx.services;
  const forMutation = type === "mutation";
  return apiKeys.authenticate(bearer, org, { forMutation, now: now() });
}

export function namedOrganization(input: unknown): string | undefined {
  return fieldOf(input, "org") ?? fieldOf(input, "organizationId");
}

export function fieldOf(input: unknown, name: string): string | undefined {
  if (!input || typeof input !== "object") return undefined;
  const value = (input as Record<string, unknown>)[name];
  return typeof value === "string" && value.length <= 64 ? value : undefined;
}
