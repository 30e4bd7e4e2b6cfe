import type { SignedIn } from "#server/core/sessions/sessions";
import type { Context } from "./context";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import { ProcedureCall, type ProcedureOptions } from "./procedure-call";

/** Reads the user and session of a call, and the membership in the named organization, in one query. */
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
    // The replica may not have a new session yet, so a query also asks the primary; a mutation has already refreshed
    // the replica. The rate limit comes first, so that forged cookies cannot overload the primary.
    const isMissingInReplica =
      options.type !== "mutation" && (await sessions.isAtPrimary(token));
    signedIn = isMissingInReplica ? await readCaller(options, org) : undefined;
  }
  if (!signedIn) throw new DomainError("SIGNED_OUT");
  const { session, user } = signedIn;
  // Only the first attempt of a call counts for the rate limit.
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

/** Reads the user and session of a call; undefined without a valid session. */
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

// The token of the session cookie. A request with a bearer key does not use the cookie.
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
