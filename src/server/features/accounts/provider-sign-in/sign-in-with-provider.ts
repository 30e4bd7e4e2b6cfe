import { emailField, personNameField } from "#shared/fields";
import { DomainError } from "#server/kernel/errors";
import { joinAsNew } from "#server/features/domains/join";
import { invitedAddress } from "#server/features/invitations/respond";
import type { AccountCall } from "../account-call";
import {
  type SignInResult,
  finishFirstFactor,
} from "../sign-in/finish-first-factor";
import { findUserByEmail } from "../user";
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
  recordIdentityUse,
} from "../linked-accounts/identities";
import type { Profile } from "#server/core/users/identity-provider";

export type Identity = Profile & { provider: string };

interface Options {
  next: string;
  invitationToken?: string;
}

type Person = Identity & { email: string; name: string };

export type ProviderSignInResult =
  (SignInResult & { next: string }) | { verificationSent: true; email: string };

/** Signs in whom the account belongs to; for somebody new its address decides. */
export async function signInWithProvider(
  ctx: AccountCall,
  identity: Identity,
  options: Options,
): Promise<ProviderSignInResult> {
  const known = await findIdentity(ctx, identity);
  if (!known) return signUpWithProvider(ctx, toPerson(identity), options);
  if (known.user.suspendedAt) throw new DomainError("INVALID_CREDENTIALS");
  recordIdentityUse(ctx, known);
  return { ...(await finishFirstFactor(ctx, known.user)), next: options.next };
}

function toPerson(identity: Identity): Person {
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
 * No account is found by address alone: a person who can make an account at a provider with an address would own every
 * account with it here. That there is one is told only where the provider has seen a proof of the mailbox.
 */
async function signUpWithProvider(
  ctx: AccountCall,
  person: Person,
  options: Options,
): Promise<ProviderSignInResult> {
  const known = await findUserByEmail(ctx, person.email);
  const isVerified = await isMailboxProven(ctx, person, options);
  if (!isVerified && person.emailTrust === "unverified")
    return mailVerification(ctx, person, known !== undefined);
  if (known) throw new DomainError("ACCOUNT_EXISTS");
  const newUser = { ...person, passwordHash: null, isVerified };
  const user = addUser(ctx.work, newUser);
  addIdentity(ctx.work, user.id, person, overtaken);
  if (isVerified) await joinAsNew(ctx.db, ctx.work, user);
  else await mailNewUser(ctx, user);
  const entered = await finishFirstFactor(ctx, user, { isExpected: true });
  return { ...entered, next: options.next };
}

async function isMailboxProven(
  { db, services }: AccountCall,
  { email, emailTrust }: Person,
  { invitationToken }: Options,
): Promise<boolean> {
  if (emailTrust === "authoritative") return true;
  if (invitationToken === undefined) return false;
  return (await invitedAddress(db, invitationToken, services.now())) === email;
}

/** The same answer, after the same work, for a known and an unknown address. */
async function mailVerification(
  ctx: AccountCall,
  person: Person,
  isKnown: boolean,
) {
  const { limits } = ctx.services;
  await limits.consumeClient("mailPerClient", ctx.request.address);
  const { name, email } = person;
  const user = { name, email, passwordHash: null };
  const attempt = addAttempt(ctx, { ...user, identity: person });
  if (await countSignUpMail(ctx, email))
    await postSignUpMail(ctx, [attempt], isKnown);
  return { verificationSent: true as const, email };
}

/** The account is there in any case; a mail over the limits can be asked for in the profile. */
async function mailNewUser(
  ctx: AccountCall,
  user: { id: string; email: string },
): Promise<void> {
  if (await countSignUpMail(ctx, user.email))
    await mailVerificationLink(ctx, user);
}

function overtaken(): DomainError {
  return new DomainError("BUSY", undefined, { retry: true });
}
