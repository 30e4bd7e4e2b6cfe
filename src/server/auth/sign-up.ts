import { and, eq, gt } from "drizzle-orm";
import { newId } from "../../shared/id";
import type { Context } from "../context";
import { equalHashes, hashToken, newToken } from "../crypto";
import { deleteStatement, insertStatement } from "../db/statement";
import type { UnitOfWork } from "../db/unit-of-work";
import { DomainError } from "../errors";
import { invitedAddress } from "../features/invitations/answer";
import { accountExistsMail, verificationMail } from "../mail/sign-up";
import type { AuthCall } from "./call";
import { refuseCommonPassword } from "./common-passwords";
import { signUps, users } from "./schema";
import { toUser } from "./shapes";
import { startSession } from "./start-session";
import { signUpBrowser } from "./sign-up-browser";
import { findSignUp } from "./sign-ups";

const VALID_MS = 24 * 60 * 60 * 1000;

interface SignUp {
  name: string;
  email: string;
  password: string;
  invitationToken?: string;
}

/**
 * Nothing here tells whether an address is known: the answer, the work done and the mail sent are alike. There is no
 * user row before the mailbox is proven.
 */
export async function signUp(ctx: AuthCall, input: SignUp) {
  refuseCommonPassword(input.password);
  const [known, passwordHash, invited] = await Promise.all([
    findUser(ctx, input.email),
    ctx.services.passwords.hash(input.password),
    input.invitationToken
      ? invitedAddress(ctx.db, input.invitationToken, ctx.services.now())
      : undefined,
  ]);
  // A token that arrived by mail proves the mailbox it was mailed to.
  if (!known && invited === input.email) {
    const user = addUser(ctx.work, { ...input, passwordHash });
    await startSession(ctx, user, { isExpected: true });
    return { user: toUser(user) };
  }
  await ctx.services.limits.consume("mailPerClient", ctx.request.clientKey);
  const attempt = addAttempt(ctx, { ...input, passwordHash });
  await sendSignUpMail(ctx, attempt, known !== undefined);
  return { status: "verification_sent" as const };
}

/** Makes the user of the attempt that the token belongs to, with the password of that attempt. */
export async function verifyEmail(ctx: AuthCall, token: string) {
  const invalid = () => new DomainError("VERIFICATION_INVALID");
  const attempt = await ctx.db.drizzle
    .select()
    .from(signUps)
    .where(
      and(
        eq(signUps.tokenHash, hashToken(token)),
        gt(signUps.expiresAt, ctx.services.now()),
      ),
    )
    .get();
  if (!attempt) throw invalid();
  ctx.work.write(deleteStatement(signUps, { id: attempt.id }));
  ctx.work.mustHaveChanged(invalid);
  const user = addUser(ctx.work, attempt, invalid);
  ctx.work.write(deleteStatement(signUps, { email: attempt.email }));
  // Whoever holds the link holds the mailbox, but only the browser that chose the password is signed in by it.
  const browser = signUpBrowser.read(ctx);
  if (!browser || !equalHashes(hashToken(browser), attempt.browserHash))
    return { user: null };
  await startSession(ctx, user, { isExpected: true });
  return { user: toUser(user) };
}

/** Mails a new link to an unconfirmed address; says nothing about whether there is one. */
export async function resendVerification(ctx: AuthCall, email: string) {
  await ctx.services.limits.consume("mailPerClient", ctx.request.clientKey);
  const attempt = await findSignUp(ctx, email);
  if (!attempt || (await findUser(ctx, email))) return;
  // The old link stays alive when no new one leaves.
  if (await ctx.services.limits.isOver("mailPerRecipient", email)) return;
  const token = newToken();
  ctx.work.write(deleteStatement(signUps, { id: attempt.id }));
  ctx.work.write(
    insertStatement(signUps, {
      ...attempt,
      tokenHash: hashToken(token),
      expiresAt: ctx.services.now() + VALID_MS,
    }),
  );
  await sendSignUpMail(ctx, { ...attempt, token }, false);
}

function findUser({ db }: Pick<Context, "db">, email: string) {
  return db.drizzle.select().from(users).where(eq(users.email, email)).get();
}

interface NewUser {
  name: string;
  email: string;
  passwordHash: string | null;
}

function addUser(
  work: UnitOfWork,
  { name, email, passwordHash }: NewUser,
  otherwise?: () => DomainError,
) {
  const user = {
    id: newId("user"),
    name,
    email,
    passwordHash,
    avatarUrl: null,
    createdAt: work.now,
  };
  work.write(
    insertStatement(users, user),
    otherwise ?? (() => new DomainError("BUSY", undefined, { retry: true })),
  );
  return user;
}

// Stored for a known address as well, where it is of no use to anybody: without it there would be nothing to store
// for a known address over its mail limit, and the answer would come sooner.
function addAttempt(ctx: AuthCall, { name, email, passwordHash }: NewUser) {
  const token = newToken();
  const browser = signUpBrowser.read(ctx) ?? newToken();
  signUpBrowser.set(ctx, browser, VALID_MS / 1000);
  const attempt = {
    id: newId("signUp"),
    email,
    name,
    passwordHash,
    tokenHash: hashToken(token),
    browserHash: hashToken(browser),
    expiresAt: ctx.services.now() + VALID_MS,
    createdAt: ctx.services.now(),
  };
  ctx.work.write(insertStatement(signUps, attempt));
  return { email, token };
}

async function sendSignUpMail(
  ctx: AuthCall,
  { email, token }: { email: string; token: string },
  known: boolean,
) {
  // A stranger could otherwise fill a mailbox for days: what is over the limit is dropped, not kept.
  if (await ctx.services.limits.isOver("mailPerRecipient", email)) return;
  await ctx.post(
    known
      ? accountExistsMail({ to: email, link: ctx.services.links.signIn() })
      : verificationMail({
          to: email,
          link: ctx.services.links.verification(token),
        }),
  );
}
