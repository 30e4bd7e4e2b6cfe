import Building from "lucide-solid/icons/building";
import Plus from "lucide-solid/icons/plus";
import { For, Show } from "solid-js";
import { useAuthContext } from "#client/session/session.ts";
import { lastPage } from "#client/session/visits.ts";
import { Badge } from "#client/ui/badge.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { Identity } from "#client/ui/identity.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { Section } from "#client/ui/section.tsx";
import { JoinableOrganizations } from "#client/features/invitations/received/joinable-organizations.tsx";
import { ReceivedInvitations } from "#client/features/invitations/received/received-invitations.tsx";
import { ClosedOrganizations } from "./closed-organizations.tsx";
import { texts } from "./texts.ts";
import { roleNameOf } from "#client/session/role-label.ts";

export default function OrganizationsPage() {
  const context = useAuthContext(() => undefined);
  const hasOpen = () => Boolean(context.data?.organizations.length);
  return (
    <div class="mx-auto max-w-2xl">
      <PageHeader
        title={texts().title}
        description={texts().description}
        actions={
          <LinkButton
            href="/organizations/new"
            variant="primary"
            icon={<Plus size={16} />}
          >
            {texts().create}
          </LinkButton>
        }
      />
      {/* A user who can open no organization first sees the suspended and deleted ones. */}
      <Show when={context.isSuccess && !hasOpen()}>
        <ClosedOrganizations />
      </Show>
      <ReceivedInvitations title={texts().invitations} />
      <JoinableOrganizations />
      <YourOrganizations />
      <Show when={hasOpen()}>
        <ClosedOrganizations />
      </Show>
    </div>
  );
}

function YourOrganizations() {
  const context = useAuthContext(() => undefined);
  return (
    <Show when={context.data}>
      {(found) => (
        <Show
          when={found().organizations.length > 0}
          fallback={
            <EmptyState
              icon={<Building size={20} />}
              title={texts().empty.title}
            >
              {texts().empty.text}
            </EmptyState>
          }
        >
          <Section title={texts().yours} flush>
            <ul class="divide-y divide-line">
              <For each={found().organizations}>
                {(organization) => (
                  <li>
                    <a
                      href={lastPage(found().user.id, organization)}
                      class="flex items-center justify-between gap-3 px-5 py-3 hover:bg-hover focus-visible:-outline-offset-2"
                    >
                      <Identity
                        name={organization.name}
                        image={organization.logoUrl}
                        shape="organization"
                        detail={`/o/${organization.slug}`}
                      />
                      <Badge>{roleNameOf(organization)}</Badge>
                    </a>
                  </li>
                )}
              </For>
            </ul>
          </Section>
        </Show>
      )}
    </Show>
  );
}
