import type { SignedIn } from "#server/core/sessions/sessions";
import type { Context } from "./context";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import { Call, type Options } from "./call";

/** Who calls, and their membership in the organization the input names, in one read. */
export async function authenticate(
  options: Options,
  call: Call,
  org: string | undefined,
): Promise<SignedIn> {
  const { request, response, services } = options.ctx;
  const { sessions, limits } = services;
  const token = tokenOf(options);
  if (!token) return signedOut(options.ctx);
  let signedIn = await readCaller(options, org);
  if (!signedIn) {
    await limits.consumeClient("anonymous", request.address);
    // Behind the limit: made-up cookies must not load the primary. A mutation has caught up with the primary already.
    const isLate =
      options.type !== "mutation" && (await sessions.isAtPrimary(token));
    signedIn = isLate ? await readCaller(options, org) : undefined;
  }
  if (!signedIn) throw new DomainError("SIGNED_OUT");
  const { session, user } = signedIn;
  // A procedure that runs again is still one call.
  if (!call.signedIn) await limits.consume("session", session.id);
  if (session.fresh) response.cookies.push(sessions.cookie(token));
  call.signedIn = signedIn;
  if (options.type === "mutation")
    Call.workOf(call).guardFirst(
      sessions.sessionIsActive(session.id, user.id),
      endedMeanwhile,
    );
  return signedIn;
}

async function signedOut({ request, services }: Context): Promise<never> {
  await services.limits.consumeClient("anonymous", request.address);
  throw new DomainError("SIGNED_OUT");
}

/** The caller as the database has them now; undefined for a session that is not there, or not any more. */
export async function readCaller(
  options: Options,
  org: string | undefined,
): Promise<SignedIn | undefined> {
  const { request, services } = options.ctx;
  const { address } = request;
  const token = tokenOf(options);
  if (!token) return undefined;
  const forMutation = options.type === "mutation";
  return services.sessions.authenticate(token, org, { address, forMutation });
}

// A bearer key replaces the cookie, so that a page's cookie never backs a program's call.
function tokenOf({ ctx: { request, services } }: Options) {
  if (request.bearer) return undefined;
  return services.sessions.readCookie(request.cookieHeader);
}

/** The next run finds no session. */
function endedMeanwhile(): DomainError {
  return conflictRetry("SIGNED_OUT");
}

export function namedOrganization(input: unknown): string | undefined {
  return fieldOf(input, "org") ?? fieldOf(input, "organizationId");
}

export function fieldOf(input: unknown, name: string): string | undefined {
  if (!input || typeof input !== "object") return undefined;
  const value = (input as Record<string, unknown>)[name];
  return typeof value === "string" && value.length <= 64 ? value : undefined;
}
