import type { AppRouter } from "#server/features/router";

type Routers = Exclude<keyof AppRouter["_def"]["record"], "live">;

/** The name and the text of the tag for each router. Without it, a new router does not compile. */
export const TAGS: Record<Routers, [name: string, description: string]> = {
  auth: [
    "Sign-in",
    "Signing up, signing in, passwords, sessions, and the profile of the caller.",
  ],
  account: [
    "Account",
    "Changing the email address, the picture, the export and the deletion of the caller's account.",
  ],
  twoFactor: [
    "Two-factor authentication",
    "Authenticator app, recovery codes, and the second half of a sign-in.",
  ],
  passkeys: ["Passkeys", "Signing in with a passkey, and managing passkeys."],
  linkedAccounts: [
    "Linked accounts",
    "Signing in with GitHub, Google or an OpenID provider.",
  ],
  organizations: [
    "Organizations",
    "Organizations with their settings, logo, two-factor policy, deletion and restoration.",
  ],
  members: [
    "Members",
    "The members of an organization and their roles: changing, suspending, removing.",
  ],
  people: [
    "People",
    "The members and the open invitations of an organization in one list, with filters and sorting.",
  ],
  invitations: [
    "Invitations",
    "Inviting users by email, and accepting or declining an invitation.",
  ],
  links: [
    "Invitation links",
    "Links with which several users can join an organization.",
  ],
  domains: [
    "Domains",
    "Verified mail domains: users with an address there can join.",
  ],
  transfers: [
    "Admin transfer",
    "Offering your admin role to another member, who accepts or declines.",
  ],
  requests: [
    "Access requests",
    "Members ask for a role or a seat, and admins approve or decline.",
  ],
  roles: ["Roles", "The built-in and the custom roles of an organization."],
  projects: ["Projects", "The projects of an organization."],
  apiKeys: [
    "API keys",
    "Keys with which programs call the API: creating, rotating, revoking.",
  ],
  serviceAccounts: [
    "Service accounts",
    "Accounts for programs, whose API keys do not depend on a member.",
  ],
  billing: [
    "Billing",
    "The plan, the subscription, the seats and the invoices of an organization.",
  ],
  usage: ["Usage", "The API calls of an organization, by day and by key."],
  dashboard: [
    "Dashboard",
    "What needs the attention of a member, and what was active last.",
  ],
  analytics: ["Analytics", "The numbers of an organization, by day."],
  audit: [
    "Audit log",
    "Every change of an organization: reading, exporting and verifying.",
  ],
};

/** Returns the name of the tag of a procedure: `projects.list` → `Projects`. */
export function tagOf(path: string): string {
  const [router = ""] = path.split(".");
  const tags: Record<string, [string, string]> = TAGS;
  const tag = tags[router];
  if (!tag) throw new Error(`The router ${router} has no tag.`);
  return tag[0];
}
