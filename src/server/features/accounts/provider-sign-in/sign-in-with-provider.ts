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

/** Signs in the user of the linked account. If the account is not linked, signs up a new user. */
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

/** Returns the name at the provider if it is a valid name here, otherwise the part of the address before the `@`. */
function nameOf(name: string | undefined, email: string): string {
  const [local = ""] = email.split("@");
  for (const candidate of [name, local.slice(0, 100)]) {
    const parsed = personNameField.safeParse(candidate);
    if (parsed.success) return parsed.data;
  }
  return "New member";
}

/**
 * Creates a user with a linked account. It never links to an existing user with the same address: otherwise, an
 * attacker could take over that user with a provider account of that address.
 * @throws DomainError `ACCOUNT_EXISTS` if the provider or an invitation verifies the address, and the address has an
 * account
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

/** Mails a verification link. To hide accounts, the response and the work are the same for any address. */
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

/** Mails a verification link. Over a mail limit, the user can request the link later in the profile. */
async function mailNewUser(
  ctx: AccountCall,
  user: { id: string; email: string },
): Promise<void> {
  if (await countSignUpMail(ctx, user.email))
    await mailVerificationLink(ctx, user);
}
