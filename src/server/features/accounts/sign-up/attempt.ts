import { newId } from "#shared/id";
import { clientKey } from "#server/kernel/client-address";
import { hashToken, newToken } from "#server/kernel/crypto";
import { insertStatement, updateStatement } from "#server/kernel/db/statement";
import { accountExistsMail, verificationMail } from "./mail";
import type { AccountCall } from "../account-call";
import type { NewUser } from "./create-account";
import { signUps } from "./table";
import { signUpBrowser } from "./sign-up-browser";

/** The maximum number of verification links in one mail. */
export const MAX_RESENT = 5;
const SIGN_UP_VALID_MS = 24 * 60 * 60 * 1000;

interface Attempt extends NewUser {
  /** The account at a provider that will be linked to the new user. */
  identity?: { provider: string; issuer: string; subject: string };
}

/**
 * Stores a sign-up until its address is verified. An address with an account gets a row too, which is never used:
 * otherwise the response time would reveal the account.
 */
export function addAttempt(
  ctx: AccountCall,
  { name, email, passwordHash, identity }: Attempt,
): MailedAttempt {
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

/** A pending sign-up, with the token of its link for the mail. */
export interface MailedAttempt {
  id: string;
  email: string;
  token: string;
  userAgent: string | null;
  expiresAt: number;
  createdAt: number;
}

type Stored = typeof signUps.$inferSelect;

/**
 * Replaces the verification links of pending sign-ups. It always writes `MAX_RESENT` statements, so that the response
 * time does not reveal whether a sign-up is pending.
 * @param attempts at most `MAX_RESENT` sign-ups, the newest first
 */
export function renewAttempts(
  ctx: AccountCall,
  email: string,
  attempts: readonly Stored[],
): [newest: MailedAttempt, ...others: MailedAttempt[]] {
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
): MailedAttempt {
  const token = newToken();
  const expiresAt = work.now + SIGN_UP_VALID_MS;
  const changes = { tokenHash: hashToken(token), expiresAt };
  work.write(updateStatement(signUps, changes, { id: attempt.id }));
  const { id, email, userAgent, createdAt } = attempt;
  return { id, email, userAgent, createdAt, token, expiresAt };
}

/**
 * Counts a sign-up mail per address and client, so that strangers cannot use up the owner's limit, and per address.
 * Returns false over a limit: the mail is dropped, because queued mails would let an attacker fill a mailbox for days.
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
  work.onRollback(() => {
    for (const [bucket, key] of counts) void limits.giveBack(bucket, key);
  });
  return true;
}

/**
 * Mails the verification links, or a notice to the owner of an existing account. Call `countSignUpMail` before.
 * @param mailed the pending sign-ups to send links for, the newest first
 * @param isKnown whether the address has an account
 * @param options `isDecoy`: does the same work but sends no mail
 */
export async function postSignUpMail(
  ctx: AccountCall,
  mailed: readonly [MailedAttempt, ...MailedAttempt[]],
  isKnown: boolean,
  options?: { isDecoy?: boolean },
): Promise<void> {
  const { links } = ctx.services;
  const [newest, ...others] = mailed;
  const { id, email: to, expiresAt } = newest;
  const shown = ({ userAgent, createdAt: at, token }: MailedAttempt) => {
    const link = links.verification(token);
    return { userAgent: userAgent ?? "", at, link };
  };
  const mail = isKnown
    ? accountExistsMail({ ...shown(newest), to, link: links.signIn() })
    : verificationMail({ ...shown(newest), to, others: others.map(shown) });
  await ctx.post(mail, { kind: "sign-up", id, expiresAt, ...options });
}
