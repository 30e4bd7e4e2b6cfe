/**
 * Makes the links in mails. A token is in the fragment of the URL, so that no server log and no `Referer` contains it.
 */
export interface Links {
  invitation(token: string): string;
  /** An invitation link. */
  join(token: string): string;
  verification(token: string): string;
  passwordReset(token: string): string;
  signIn(): string;
  signUp(): string;
  forgotPassword(): string;
  sessions(): string;
  twoFactor(): string;
  linkedAccounts(): string;
  emailChange(token: string): string;
  organization(slug: string): string;
  billing(slug: string): string;
  auditLog(slug: string): string;
  /** The page of the API keys and service accounts of an organization. */
  apiKeys(slug: string): string;
}

export function createLinks(publicUrl: URL): Links {
  const link = (path: string) => new URL(path, publicUrl).href;
  return {
    join: (token) => link(`/join#token=${token}`),
    invitation: (token) => link(`/invite#token=${token}`),
    verification: (token) => link(`/verify#token=${token}`),
    passwordReset: (token) => link(`/reset#token=${token}`),
    signIn: () => link("/sign-in"),
    signUp: () => link("/sign-up"),
    forgotPassword: () => link("/forgot"),
    sessions: () => link("/account/sessions"),
    twoFactor: () => link("/account/two-factor"),
    linkedAccounts: () => link("/account/linked"),
    organization: (slug) => link(`/o/${slug}`),
    billing: (slug) => link(`/o/${slug}/settings/billing`),
    auditLog: (slug) => link(`/o/${slug}/settings/audit`),
    apiKeys: (slug) => link(`/o/${slug}/settings/api`),
    emailChange: (token) => link(`/change-email#token=${token}`),
  };
}
