import type { SignedIn } from "../auth/sessions";
import type { Context } from "../context";
import { DomainError } from "../errors";
import type { Call, Options } from "./call";

/** Who calls, and their membership in the organization the input names, in one read. */
export async function authenticate(
  { ctx, type }: Pick<Options, "ctx" | "type">,
  call: Call,
  org: string | undefined,
): Promise<SignedIn> {
  const { request, response } = ctx;
  const { sessions, limits } = ctx.services;
  // A bearer key replaces the cookie, so that a page's cookie never backs a program's call.
  const token = request.bearer
    ? undefined
    : sessions.readCookie(request.cookieHeader);
  if (!token) return signedOut(ctx);
  const find = () => sessions.authenticate(token, org, request.address);
  let signedIn = await find();
  if (!signedIn) {
    await limits.consumeClient("anonymous", request.address);
    // Behind the limit: made-up cookies must not load the primary. A mutation has caught up with the primary already.
    const isLate = type !== "mutation" && (await sessions.isAtPrimary(token));
    signedIn = isLate ? await find() : undefined;
  }
  if (!signedIn) throw new DomainError("SIGNED_OUT");
  await limits.consume("session", signedIn.session.id);
  if (signedIn.session.fresh) response.cookies.push(sessions.cookie(token));
  call.signedIn = signedIn;
  return signedIn;
}

async function signedOut({ request, services }: Context): Promise<never> {
  await services.limits.consumeClient("anonymous", request.address);
  throw new DomainError("SIGNED_OUT");
}

export function namedOrganization(input: unknown): string | undefined {
  return fieldOf(input, "org") ?? fieldOf(input, "organizationId");
}

export function fieldOf(input: unknown, name: string): string | undefined {
  if (!input || typeof input !== "object") return undefined;
  const value = (input as Record<string, unknown>)[name];
  return typeof value === "string" && value.length <= 64 ? value : undefined;
}
