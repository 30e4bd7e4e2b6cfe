import { useNavigate } from "@solidjs/router";
import { api } from "#client/session/api.ts";
import type { OrganizationChoice } from "./organization-switcher/choice.ts";
import { OrganizationSwitcher } from "./organization-switcher/organization-switcher.tsx";
import { UserMenu } from "./user-menu.tsx";
import { createSignOut } from "#client/session/sign-out.ts";
import type { AuthContext } from "#client/session/session.ts";
import { forgetView, view } from "#client/session/view-as-role.ts";
import { lastPage, recentOrganizations } from "#client/session/visits.ts";
import { roleNameOf } from "#client/session/role-label.ts";

/**
 * The switcher with the user's organizations. `current` is the slug of the open organization, and absent on other
 * pages.
 */
export function HeaderSwitcher(props: {
  context: AuthContext;
  current?: string;
}) {
  const navigate = useNavigate();
  const invitations = api.invitations.received.useQuery();
  // Tells the server where the user's next visit starts. The page does not wait for the answer.
  const store = api.auth.switchOrganization.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const choices = () => props.context.organizations.map(toChoice);
  const recentSlugs = () =>
    recentOrganizations(props.context.user.id).flatMap((id) => {
      const found = props.context.organizations.find((one) => one.id === id);
      return found ? [found.slug] : [];
    });
  const select = (slug: string) => {
    const chosen = props.context.organizations.find((one) => one.slug === slug);
    if (!chosen) return;
    if (slug !== view?.slug) forgetView();
    navigate(lastPage(props.context.user.id, chosen));
    store.mutate({ organizationId: chosen.id });
  };

  return (
    <OrganizationSwitcher
      current={choices().find((choice) => choice.slug === props.current)}
      organizations={choices()}
      recentSlugs={recentSlugs()}
      invitations={
        invitations.isSuccess ? invitations.data.items.length : undefined
      }
      invitationsHref="/account/invitations"
      onSelect={select}
      onCreate={() => navigate("/organizations/new")}
    />
  );
}

export function HeaderUserMenu(props: {
  context: Pick<AuthContext, "user" | "supportEmail">;
  onShortcuts?: () => void;
}) {
  const signOut = createSignOut();
  return (
    <UserMenu
      name={props.context.user.name}
      email={props.context.user.email}
      avatarUrl={props.context.user.avatarUrl}
      accountHref="/account"
      supportEmail={props.context.supportEmail}
      onShortcuts={props.onShortcuts}
      onSignOut={() => void signOut()}
    />
  );
}

type Organization = AuthContext["organizations"][number];

function toChoice(
  { name, slug, logoUrl, role, roleName }: Organization,
  _index: number,
  all: readonly Organization[],
): OrganizationChoice {
  const hasTwin = all.some((one) => one.name === name && one.slug !== slug);
  return {
    name,
    slug,
    logoUrl,
    role: roleNameOf({ role, roleName }),
    detail: hasTwin ? slug : undefined,
  };
}
