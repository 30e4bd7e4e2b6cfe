import { newId } from "#shared/id";
import { clientKey } from "#server/kernel/client-address";
import { hashToken, newToken } from "#server/kernel/crypto";
import { insertStatement, updateStatement } from "#server/kernel/db/statement";
import { accountExistsMail, verificationMail } from "./mail";
import type { AccountCall } from "../account-call";
import type { NewUser } from "./create-account";
import { signUps } from "./table";
import { signUpBrowser } from "./sign-up-browser";

/** How many attempts one call sends again. */
export const MAX_RESENT = 5;
const SIGN_UP_VALID_MS = 24 * 60 * 60 * 1000;

interface Attempt extends NewUser {
  /** The account at a provider that is to sign the person in. */
  identity?: { provider: string; issuer: string; subject: string };
}

// Stored for a known address as well, where it is of no use to anybody: without it there would be nothing to store
// for a known address over its mail limit, and the answer would come sooner.
export function addAttempt(
  ctx: AccountCall,
  { name, email, passwordHash, identity }: Attempt,
): Mailed {
  const token = newToken();
  const browser = signUpBrowser.read(ctx) ?? newToken();
  signUpBrowser.set(ctx, browser, SIGN_UP_VALID_MS / 1000);
  const attempt = {
    id: newId("signUp"),
    email,
    name,
    passwordHash,
    provider: identity?.provider,
    issuer: identity?.issuer,
    subject: identity?.subject,
    tokenHash: hashToken(token),
    browserHash: hashToken(browser),
    userAgent: ctx.request.userAgent,
    expiresAt: ctx.work.now + SIGN_UP_VALID_MS,
    createdAt: ctx.work.now,
  };
  ctx.work.write(insertStatement(signUps, attempt));
  return { ...attempt, token };
}

/** One attempt as its mail describes it. */
export interface Mailed {
  id: string;
  email: string;
  token: string;
  userAgent: string | null;
  expiresAt: number;
  createdAt: number;
}

type Stored = typeof signUps.$inferSelect;

/**
 * New links for attempts that are stored, the newest first; the old ones stop working. Where there are none, and where
 * there are few, as much is written: how long the answer takes must not tell whether a sign-up waits.
 * @param attempts at most `MAX_RESENT`
 */
export function renewAttempts(
  ctx: AccountCall,
  email: string,
  attempts: readonly Stored[],
): [newest: Mailed, ...others: Mailed[]] {
  const { userAgent } = ctx.request;
  const none = () => {
    return { id: newId("signUp"), email, userAgent, createdAt: ctx.work.now };
  };
  const [first, ...rest] = attempts;
  const newest = renew(ctx, first ?? none());
  const others = rest.map((attempt) => renew(ctx, attempt));
  for (let written = 1 + others.length; written < MAX_RESENT; written++)
    renew(ctx, none());
  return [newest, ...others];
}

function renew(
  { work }: AccountCall,
  attempt: Pick<Stored, "id" | "email" | "userAgent" | "createdAt">,
): Mailed {
  const token = newToken();
  const expiresAt = work.now + SIGN_UP_VALID_MS;
  const changes = { tokenHash: hashToken(token), expiresAt };
  work.write(updateStatement(signUps, changes, { id: attempt.id }));
  const { id, email, userAgent, createdAt } = attempt;
  return { id, email, userAgent, createdAt, token, expiresAt };
}

/**
 * Counts a mail about a sign-up and says whether it may leave. What is over a limit is dropped and not kept: a stranger
 * could otherwise fill a mailbox for days. Counted per client, so that strangers cannot use up what the owner may ask
 * for.
 */
export async function countSignUpMail(
  { services: { limits }, request, work }: AccountCall,
  email: string,
): Promise<boolean> {
  const counts = [
    ["signUpMail", `${email} ${clientKey(request.address)}`],
    ["signUpMailPerAddress", email],
  ] as const;
  const [[perClient, client], [perAddress, address]] = counts;
  if (!(await limits.tryConsume(perClient, client))) return false;
  if (!(await limits.tryConsume(perAddress, address))) {
    await limits.giveBack(perClient, client);
    return false;
  }
  work.unlessStored(() => {
    for (const [bucket, key] of counts) void limits.giveBack(bucket, key);
  });
  return true;
}

/**
 * To be called once the mail is counted.
 * @param mailed each attempt that the mail has a link for, the newest first
 * @param options isDecoy the same work, and no mail
 */
export async function postSignUpMail(
  ctx: AccountCall,
  mailed: readonly [Mailed, ...Mailed[]],
  known: boolean,
  options?: { isDecoy?: boolean },
): Promise<void> {
  const { links } = ctx.services;
  const [newest, ...others] = mailed;
  const { id, email: to, expiresAt } = newest;
  const shown = ({ userAgent, createdAt: at, token }: Mailed) => {
    const link = links.verification(token);
    return { userAgent: userAgent ?? "", at, link };
  };
  const mail = known
    ? accountExistsMail({ ...shown(newest), to, link: links.signIn() })
    : verificationMail({ ...shown(newest), to, others: others.map(shown) });
  await ctx.post(mail, { kind: "sign-up", id, expiresAt, ...options });
}
