import {
  PERMISSIONS,
  type Permission,
} from "../../../../../shared/permissions.ts";

/** What each right lets somebody do, in the words of the pages where they do it. */
const WORDS: Record<Permission, string> = {
  "organization:read": "See the organization and its settings",
  "organization:update": "Change name, settings, domains and security",
  "organization:delete": "Delete the organization",
  "member:read": "See who is a member",
  "member:update": "Change roles, suspend members",
  "member:remove": "Remove members",
  "member:leave": "Leave",
  "invitation:read": "See invitations and links",
  "invitation:create": "Invite people, make links",
  "invitation:revoke": "Revoke invitations and links",
  "project:read": "See projects",
  "project:create": "Create projects",
  "project:update": "Change and archive projects",
  "project:delete": "Delete any project",
  "project:deleteOwn": "Delete projects of their own",
  "analytics:read": "See the figures of the dashboard",
  "audit:read": "Read and download the audit log",
  "billing:read": "See plan, usage and invoices",
  "billing:manage": "Change plan, seats and cards",
  "role:read": "See roles",
  "role:manage": "Make, change and delete roles",
  "apiKey:read": "See API keys",
  "apiKey:manage": "Make and revoke API keys",
  "webhook:read": "See webhooks",
  "webhook:manage": "Set up webhooks",
};

const GROUPS: Record<string, string> = {
  organization: "Organization",
  member: "Members",
  invitation: "Invitations",
  project: "Projects",
  analytics: "Dashboard",
  audit: "Audit log",
  billing: "Billing",
  role: "Roles",
  apiKey: "API keys",
  webhook: "Webhooks",
};

export function inWords(permission: Permission): string {
  return WORDS[permission];
}

/** The rights under what they are about, in the order of the table. */
export const PERMISSION_GROUPS = [
  ...Map.groupBy(
    PERMISSIONS,
    (permission) => permission.split(":")[0] ?? "",
  ).entries(),
].map(([resource, permissions]) => ({
  label: GROUPS[resource] ?? resource,
  permissions,
}));
