import {
  createContext,
  createElement,
  type ReactNode,
  useContext,
} from "react";
import type { Permission } from "#shared/permissions";
import {
  type AuthContext,
  type MemberContext,
  memberContextOf,
} from "../member-context";
import { useApi } from "./api";

/** The organization, the caller and their permissions, for the components inside an `OrganizationProvider`. */
export interface OrganizationSession {
  /** The slug of the organization, which every call about it takes as `org`. */
  slug: string;
  organization: MemberContext["organization"];
  user: AuthContext["user"];
  /** All organizations of the caller. */
  organizations: AuthContext["organizations"];
  role: string;
  /** Whether the caller holds a permission. The server checks it again. */
  can(permission: Permission): boolean;
}

/** An organization whose context the page has already read, with `api.auth.context`. */
interface GivenContext {
  context: MemberContext;
}

/** An organization whose context the provider reads. */
interface ReadContext {
  /** The slug or the ID of the organization. */
  org: string;
  /** Shown while the context is loading. */
  fallback?: ReactNode;
}

export type OrganizationProviderProps = (GivenContext | ReadContext) & {
  children?: ReactNode;
};

const Session = createContext<OrganizationSession | undefined>(undefined);

/**
 * Provides an organization to `useOrganization()` and `<Can>`. If the caller is no member of it, the nearest error
 * boundary gets the `TenantryError`.
 */
export function OrganizationProvider(
  props: OrganizationProviderProps,
): ReactNode {
  return "context" in props
    ? createElement(Given, props)
    : createElement(Read, props);
}

function Read({
  org,
  fallback,
  children,
}: ReadContext & { children?: ReactNode }) {
  const query = useApi().auth.context.useQuery({ org });
  if (query.error) throw query.error;
  const context = query.data && memberContextOf(query.data);
  return context ? createElement(Given, { context }, children) : fallback;
}

function Given({ context, children }: GivenContext & { children?: ReactNode }) {
  return createElement(
    Session.Provider,
    { value: sessionOf(context) },
    children,
  );
}

function sessionOf(context: MemberContext): OrganizationSession {
  const { organization, user, organizations, permissions } = context;
  return {
    slug: organization.slug,
    organization,
    user,
    organizations,
    role: organization.role,
    can: (permission) => permissions.includes(permission),
  };
}

/** Returns the organization of the nearest `OrganizationProvider`. */
export function useOrganization(): OrganizationSession {
  const session = useContext(Session);
  if (!session)
    throw new Error("Call useOrganization() inside an OrganizationProvider.");
  return session;
}

/** Shows its children if the caller holds the permission, else the fallback. The server checks the permission again. */
export function Can({
  permission,
  fallback,
  children,
}: {
  permission: Permission;
  fallback?: ReactNode;
  children?: ReactNode;
}): ReactNode {
  return useOrganization().can(permission) ? children : fallback;
}
