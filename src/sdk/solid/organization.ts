import {
  type Accessor,
  createComponent,
  createContext,
  createMemo,
  type JSX,
  Show,
  useContext,
} from "solid-js";
import type { Permission } from "#shared/permissions";
import {
  type AuthContext,
  type MemberContext,
  memberContextOf,
} from "../member-context";
import type { TenantrySolid } from "./router-type";

/** The organization, the caller and their permissions, for the components inside an `OrganizationProvider`. */
export interface OrganizationSession {
  /** The slug of the organization, which every call about it takes as `org`. */
  slug: Accessor<string>;
  organization: Accessor<MemberContext["organization"]>;
  user: Accessor<MemberContext["user"]>;
  /** All organizations of the caller. */
  organizations: Accessor<AuthContext["organizations"]>;
  role: Accessor<string>;
  /** Whether the caller holds a permission. The server checks it again. */
  can(permission: Permission): boolean;
}

/** An organization whose context the page has already read, with `api.auth.context`. */
interface GivenContext {
  context: MemberContext;
}

/** An organization whose context the provider reads. */
interface ReadContext {
  api: TenantrySolid;
  /** The slug or the ID of the organization. */
  org: string;
  /** Shown while the context is loading. */
  fallback?: JSX.Element;
}

export type OrganizationProviderProps = (GivenContext | ReadContext) & {
  children: JSX.Element;
};

const Session = createContext<OrganizationSession>();

/**
 * Provides an organization to `useOrganization()` and `<Can>`. If the caller is no member of it, the nearest
 * `ErrorBoundary` gets the `TenantryError`.
 */
export function OrganizationProvider(
  props: OrganizationProviderProps,
): JSX.Element {
  if ("context" in props)
    return provide(
      () => props.context,
      () => props.children,
    );
  const context = readContext(props);
  return createComponent<
    Shown<MemberContext, (context: Accessor<MemberContext>) => JSX.Element>
  >(Show, {
    get when() {
      return context();
    },
    get fallback() {
      return props.fallback;
    },
    children: (found) => provide(found, () => props.children),
  });
}

/** The props of `Show`. Its overloads are made for JSX: `createComponent` cannot choose one of them. */
interface Shown<Value, Children> {
  when: Value | undefined;
  fallback?: JSX.Element;
  children: Children;
}

function readContext(props: ReadContext): Accessor<MemberContext | undefined> {
  const query = props.api.auth.context.useQuery(() => ({ org: props.org }));
  return createMemo(() => {
    if (query.isError) throw query.error;
    return query.isSuccess ? memberContextOf(query.data) : undefined;
  });
}

function provide(
  context: Accessor<MemberContext>,
  children: Accessor<JSX.Element>,
): JSX.Element {
  const session: OrganizationSession = {
    // The slug that the caller asked for would be too early: while it changes, the data is of the previous organization.
    slug: () => context().organization.slug,
    organization: () => context().organization,
    user: () => context().user,
    organizations: () => context().organizations,
    role: () => context().organization.role,
    can: (permission) => context().permissions.includes(permission),
  };
  return createComponent(Session.Provider, {
    value: session,
    get children() {
      return children();
    },
  });
}

/** Returns the organization of the nearest `OrganizationProvider`. */
export function useOrganization(): OrganizationSession {
  const session = useContext(Session);
  if (!session)
    throw new Error("Call useOrganization() inside an OrganizationProvider.");
  return session;
}

/** Shows its children if the caller holds the permission, else the fallback. The server checks the permission again. */
export function Can(props: {
  permission: Permission;
  fallback?: JSX.Element;
  children: JSX.Element;
}): JSX.Element {
  const session = useOrganization();
  return createComponent<Shown<true, JSX.Element>>(Show, {
    get when() {
      return session.can(props.permission) || undefined;
    },
    get fallback() {
      return props.fallback;
    },
    get children() {
      return props.children;
    },
  });
}
