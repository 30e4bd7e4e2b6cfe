import type { SignedIn } from "#server/core/sessions/sessions";
import type { Context } from "./context";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import { ProcedureCall, type ProcedureOptions } from "./procedure-call";

/** Reads the caller and their membership in the named organization, in one query. */
export async function authenticate(
  options: ProcedureOptions,
  call: ProcedureCall,
  org: string | undefined,
): Promise<SignedIn> {
  const { request, response, services } = options.ctx;
  const { sessions, limits } = services;
  const token = tokenOf(options);
  if (!token) return signedOut(options.ctx);
  let signedIn = await readCaller(options, org);
  if (!signedIn) {
    await limits.consumeClient("anonymous", request.address);
    // The replica may not have the session yet. The limit comes first, so that forged cookies cannot load the primary. A
    // mutation has refreshed the replica already.
    const isMissingInReplica =
      options.type !== "mutation" && (await sessions.isAtPrimary(token));
    signedIn = isMissingInReplica ? await readCaller(options, org) : undefined;
  }
  if (!signedIn) throw new DomainError("SIGNED_OUT");
  const { session, user } = signedIn;
  // A retry is not another call.
  if (!call.signedIn) await limits.consume("session", session.id);
  if (session.fresh) response.cookies.push(sessions.cookie(token));
  call.signedIn = signedIn;
  if (options.type === "mutation")
    ProcedureCall.workOf(call).guardFirst(
      sessions.sessionIsActive(session.id, user.id),
      () => conflictRetry("SIGNED_OUT"),
    );
  return signedIn;
}

async function signedOut({ request, services }: Context): Promise<never> {
  await services.limits.consumeClient("anonymous", request.address);
  throw new DomainError("SIGNED_OUT");
}

/** Reads the caller; undefined without a valid session. */
export async function readCaller(
  options: ProcedureOptions,
  org: string | undefined,
): Promise<SignedIn | undefined> {
  const { request, services } = options.ctx;
  const { address } = request;
  const token = tokenOf(options);
  if (!token) return undefined;
  const forMutation = options.type === "mutation";
  return services.sessions.authenticate(token, org, { address, forMutation });
}

// A request with a bearer key ignores the cookie.
function tokenOf({ ctx: { request, services } }: ProcedureOptions) {
  if (request.bearer) return undefined;
  return services.sessions.readCookie(request.cookieHeader);
}

export function namedOrganization(input: unknown): string | undefined {
  return fieldOf(input, "org") ?? fieldOf(input, "organizationId");
}

export function fieldOf(input: unknown, name: string): string | undefined {
  if (!input || typeof input !== "object") return undefined;
  const value = (input as Record<string, unknown>)[name];
  return typeof value === "string" && value.length <= 64 ? value : undefined;
}
