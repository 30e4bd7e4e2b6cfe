import { newId } from "../../shared/id";
import { hashToken, newToken } from "../crypto";
import { insertStatement } from "../db/statement";
import { recipientKey } from "../mail/kind";
import { accountExistsMail, verificationMail } from "../mail/sign-up";
import type { AuthCall } from "./call";
import type { NewUser } from "./new-user";
import { signUps } from "./schema";
import { signUpBrowser } from "./sign-up-browser";

export const SIGN_UP_VALID_MS = 24 * 60 * 60 * 1000;

interface Attempt extends NewUser {
  /** The account elsewhere that is to sign the person in. */
  identity?: { provider: string; subject: string };
}

// Stored for a known address as well, where it is of no use to anybody: without it there would be nothing to store
// for a known address over its mail limit, and the answer would come sooner.
export function addAttempt(
  ctx: AuthCall,
  { name, email, passwordHash, identity }: Attempt,
) {
  const token = newToken();
  const browser = signUpBrowser.read(ctx) ?? newToken();
  signUpBrowser.set(ctx, browser, SIGN_UP_VALID_MS / 1000);
  const attempt = {
    id: newId("signUp"),
    email,
    name,
    passwordHash,
    provider: identity?.provider,
    subject: identity?.subject,
    tokenHash: hashToken(token),
    browserHash: hashToken(browser),
    expiresAt: ctx.services.now() + SIGN_UP_VALID_MS,
    createdAt: ctx.services.now(),
  };
  ctx.work.write(insertStatement(signUps, attempt));
  return { ...attempt, token };
}

interface Mailed {
  /** Of the attempt. */
  id: string;
  email: string;
  token: string;
  expiresAt: number;
}

export async function sendSignUpMail(
  ctx: AuthCall,
  attempt: Mailed,
  known: boolean,
): Promise<void> {
  const { limits } = ctx.services;
  const key = recipientKey("sign-up", attempt.email);
  // A stranger could otherwise fill a mailbox for days: what is over the limit is dropped, not kept.
  if (await limits.tryConsume("mailPerRecipient", key))
    await postSignUpMail(ctx, attempt, known);
}

/**
 * To be called once the mail is counted.
 * @param options isDecoy the same work, and no mail
 */
export async function postSignUpMail(
  ctx: AuthCall,
  { id, email, token, expiresAt }: Mailed,
  known: boolean,
  options?: { isDecoy?: boolean },
): Promise<void> {
  const { links } = ctx.services;
  const mail = known
    ? accountExistsMail({ to: email, link: links.signIn() })
    : verificationMail({ to: email, link: links.verification(token) });
  await ctx.post(mail, { kind: "sign-up", id, expiresAt, ...options });
}
