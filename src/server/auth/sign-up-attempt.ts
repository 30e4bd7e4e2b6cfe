import { newId } from "../../shared/id";
import { clientKey } from "../client-address";
import { hashToken, newToken } from "../crypto";
import { insertStatement, updateStatement } from "../db/statement";
import { accountExistsMail, verificationMail } from "../mail/sign-up";
import type { AuthCall } from "./call";
import type { NewUser } from "./new-user";
import { signUps } from "./schema";
import { signUpBrowser } from "./sign-up-browser";

const SIGN_UP_VALID_MS = 24 * 60 * 60 * 1000;

interface Attempt extends NewUser {
  /** The account at a provider that is to sign the person in. */
  identity?: { provider: string; issuer: string; subject: string };
}

// Stored for a known address as well, where it is of no use to anybody: without it there would be nothing to store
// for a known address over its mail limit, and the answer would come sooner.
export function addAttempt(
  ctx: AuthCall,
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

/** A new link for an attempt that is stored; the old one stops working. */
export function renewAttempt(
  { work }: AuthCall,
  attempt: typeof signUps.$inferSelect,
): Mailed {
  const token = newToken();
  const expiresAt = work.now + SIGN_UP_VALID_MS;
  const changes = { tokenHash: hashToken(token), expiresAt };
  work.write(updateStatement(signUps, changes, { id: attempt.id }));
  return { ...attempt, token, expiresAt };
}

/** The same work where no attempt waits for its confirmation. */
export function renewNoAttempt(ctx: AuthCall, email: string): Mailed {
  const { now } = ctx.work;
  const { userAgent } = ctx.request;
  const none = { id: newId("signUp"), email, userAgent, createdAt: now };
  const token = newToken();
  const expiresAt = now + SIGN_UP_VALID_MS;
  const changes = { tokenHash: hashToken(token), expiresAt };
  ctx.work.write(updateStatement(signUps, changes, { id: none.id }));
  return { ...none, token, expiresAt };
}

/**
 * Counts a mail about a sign-up and says whether it may leave. What is over a limit is dropped and not kept: a stranger
 * could otherwise fill a mailbox for days. Counted per client, so that strangers cannot use up what the owner may ask
 * for.
 */
export async function countSignUpMail(
  { services: { limits }, request, work }: AuthCall,
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
 * @param options isDecoy the same work, and no mail
 */
export async function postSignUpMail(
  ctx: AuthCall,
  { id, email, token, userAgent, createdAt: at, expiresAt }: Mailed,
  known: boolean,
  options?: { isDecoy?: boolean },
): Promise<void> {
  const { links } = ctx.services;
  const asked = { to: email, userAgent: userAgent ?? "", at };
  const mail = known
    ? accountExistsMail({ ...asked, link: links.signIn() })
    : verificationMail({ ...asked, link: links.verification(token) });
  await ctx.post(mail, { kind: "sign-up", id, expiresAt, ...options });
}
