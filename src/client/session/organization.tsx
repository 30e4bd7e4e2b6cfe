import {
  type Accessor,
  createContext,
  type JSX,
  Show,
  useContext,
} from "solid-js";
import type { Permission } from "#shared/permissions";
import type { AuthContext } from "./session";

/** The organization, the signed-in user and their permissions, for the pages inside an organization. */
export interface OrganizationSession {
  /** The slug of the organization, which every API call of the page passes as `org`. */
  slug: Accessor<string>;
  organization: Accessor<NonNullable<AuthContext["organization"]>>;
  user: Accessor<AuthContext["user"]>;
  organizations: Accessor<AuthContext["organizations"]>;
  role: Accessor<string>;
  can(permission: Permission): boolean;
  /** Returns the path of a page of this organization: `path("projects")` → `/o/acme/projects`. */
  path(page?: string): string;
}

const Session = createContext<OrganizationSession>();

export function OrganizationProvider(props: {
  context: AuthContext & {
    organization: NonNullable<AuthContext["organization"]>;
  };
  children: JSX.Element;
}) {
  const session: OrganizationSession = {
    // The slug in the URL would be too early: while the URL changes, the data belongs to the previous organization.
    slug: () => props.context.organization.slug,
    organization: () => props.context.organization,
    user: () => props.context.user,
    organizations: () => props.context.organizations,
    role: () => props.context.organization.role,
    can: (permission) => props.context.permissions.includes(permission),
    path: (page = "") =>
      `/o/${props.context.organization.slug}${page && `/${page}`}`,
  };
  return <Session.Provider value={session}>{props.children}</Session.Provider>;
}

export function useOrganization(): OrganizationSession {
  const session = useContext(Session);
  if (!session)
    throw new Error("This page stands outside an organization's layout.");
  return session;
}

/** Shows its children if the user's role grants the permission. The server checks the permission again. */
export function Can(props: {
  permission: Permission;
  fallback?: JSX.Element;
  children: JSX.Element;
}) {
  const session = useOrganization();
  return (
    <Show when={session.can(props.permission)} fallback={props.fallback}>
      {props.children}
    </Show>
  );
}
