import { emailField, personNameField } from "#shared/fields";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import { joinNewUser } from "#server/features/domains/join";
import { invitedAddress } from "#server/features/invitations/respond";
import type { AccountCall } from "../account-call";
import {
  type SignInResult,
  finishFirstFactor,
} from "../sign-in/finish-first-factor";
import { addUser } from "../sign-up/create-account";
import { mailVerificationLink } from "../email-change/verify-current-email";
import {
  addAttempt,
  countSignUpMail,
  postSignUpMail,
} from "../sign-up/attempt";
import {
  addIdentity,
  findIdentity,
  type Identity,
  recordIdentityUse,
} from "../linked-accounts/identities";
import { findUserByEmail } from "../user";

interface Options {
  next: string;
  invitationToken?: string;
}

type NewIdentity = Identity & { email: string; name: string };

export type ProviderSignInResult =
  (SignInResult & { next: string }) | { verificationSent: true; email: string };

/** Signs in the user of a linked account, or signs a new user up. */
export async function signInWithProvider(
  ctx: AccountCall,
  identity: Identity,
  options: Options,
): Promise<ProviderSignInResult> {
  const known = await findIdentity(ctx, identity);
  if (!known) return signUpWithProvider(ctx, toNewUser(identity), options);
  if (known.user.suspendedAt) throw new DomainError("INVALID_CREDENTIALS");
  recordIdentityUse(ctx, known);
  return { ...(await finishFirstFactor(ctx, known.user)), next: options.next };
}

function toNewUser(identity: Identity): NewIdentity {
  const { data: email } = emailField.safeParse(identity.email);
  if (email === undefined) throw new DomainError("PROVIDER_WITHOUT_ADDRESS");
  return { ...identity, email, name: nameOf(identity.name, email) };
}

/** The name at the provider if it is valid here, otherwise the local part of the address. */
function nameOf(name: string | undefined, email: string): string {
  const [local = ""] = email.split("@");
  for (const candidate of [name, local.slice(0, 100)]) {
    const parsed = personNameField.safeParse(candidate);
    if (parsed.success) return parsed.data;
  }
  return "New member";
}

/**
 * Creates an account and links it. An existing account is never matched by address: anyone who can create an account at a
 * provider with that address would take it over. Only a provider that verified the address learns that the account exists.
 * @throws DomainError `ACCOUNT_EXISTS`
 */
async function signUpWithProvider(
  ctx: AccountCall,
  identity: NewIdentity,
  options: Options,
): Promise<ProviderSignInResult> {
  const known = await findUserByEmail(ctx, identity.email);
  const isVerified = await isEmailVerified(ctx, identity, options);
  if (!isVerified && identity.emailTrust === "unverified")
    return mailVerification(ctx, identity, known !== undefined);
  if (known) throw new DomainError("ACCOUNT_EXISTS");
  const newUser = { ...identity, passwordHash: null, isVerified };
  const user = addUser(ctx.work, newUser);
  addIdentity(ctx.work, user.id, identity, conflictRetry);
  if (isVerified) await joinNewUser(ctx.db, ctx.work, user);
  else await mailNewUser(ctx, user);
  const result = await finishFirstFactor(ctx, user, { isExpected: true });
  return { ...result, next: options.next };
}

async function isEmailVerified(
  { db, services }: AccountCall,
  { email, emailTrust }: NewIdentity,
  { invitationToken }: Options,
): Promise<boolean> {
  if (emailTrust === "authoritative") return true;
  if (invitationToken === undefined) return false;
  return (await invitedAddress(db, invitationToken, services.now())) === email;
}

/** Known and unknown addresses get the same response after the same work. */
async function mailVerification(
  ctx: AccountCall,
  identity: NewIdentity,
  isKnown: boolean,
) {
  const { limits } = ctx.services;
  await limits.consumeClient("mailPerClient", ctx.request.address);
  const { name, email } = identity;
  const user = { name, email, passwordHash: null };
  const attempt = addAttempt(ctx, { ...user, identity });
  if (await countSignUpMail(ctx, email))
    await postSignUpMail(ctx, [attempt], isKnown);
  return { verificationSent: true as const, email };
}

/** Over the mail limits the user can request the mail later, in the profile. */
async function mailNewUser(
  ctx: AccountCall,
  user: { id: string; email: string },
): Promise<void> {
  if (await countSignUpMail(ctx, user.email))
    await mailVerificationLink(ctx, user);
}
