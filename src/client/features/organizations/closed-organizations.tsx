import { useNavigate } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import type { RouterOutputs } from "#sdk/index.ts";
import { api } from "#client/session/api.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { Badge } from "#client/ui/badge.tsx";
import { Button } from "#client/ui/button.tsx";
import { Identity } from "#client/ui/identity.tsx";
import { Section } from "#client/ui/section.tsx";
import { toast } from "#client/ui/toast.ts";
import { texts } from "./texts.ts";

type Organization = RouterOutputs["organizations"]["list"]["items"][number];

/** Lists the organizations that the user cannot open: suspended ones, and deleted ones that the user can restore. */
export function ClosedOrganizations() {
  return (
    <>
      <SuspendedOrganizations />
      <DeletedOrganizations />
    </>
  );
}

function SuspendedOrganizations() {
  const suspended = api.organizations.list.useQuery(() => ({
    suspended: "true",
  }));
  return (
    <OrganizationsSection
      title={texts().suspended.title}
      description={texts().suspended.text}
      organizations={suspended.isSuccess ? suspended.data.items : []}
    >
      {() => <Badge tone="warning">{texts().suspended.badge}</Badge>}
    </OrganizationsSection>
  );
}

function DeletedOrganizations() {
  const navigate = useNavigate();
  const deleted = api.organizations.list.useQuery(() => ({ deleted: "true" }));
  const mutation = api.organizations.restore.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const restore = async (org: string) => {
    try {
      const restored = await mutation.mutateAsync({ org });
      toast.success(texts().deleted.restored(restored.name));
      void api.auth.context.invalidate();
      navigate(`/o/${restored.slug}`);
    } catch (error) {
      toastProblem(texts().deleted.failed, error);
    }
    void api.organizations.list.invalidate();
  };
  return (
    <OrganizationsSection
      title={texts().deleted.title}
      description={texts().deleted.text}
      organizations={deleted.isSuccess ? deleted.data.items : []}
    >
      {({ id, name }) => (
        <Button onClick={() => restore(id)}>
          {texts().deleted.restore}
          <span class="sr-only"> {name}</span>
        </Button>
      )}
    </OrganizationsSection>
  );
}

function OrganizationsSection(props: {
  title: string;
  description: string;
  organizations: readonly Organization[];
  /** The content after the organization's name. */
  children: (organization: Organization) => JSX.Element;
}) {
  return (
    <Show when={props.organizations.length > 0}>
      <Section title={props.title} description={props.description} flush>
        <ul class="divide-y divide-line">
          <For each={props.organizations}>
            {(organization) => (
              <li class="flex items-center justify-between gap-3 px-5 py-3">
                <Identity
                  name={organization.name}
                  image={organization.logoUrl}
                  shape="organization"
                  detail={`/o/${organization.slug}`}
                />
                {props.children(organization)}
              </li>
            )}
          </For>
        </ul>
      </Section>
    </Show>
  );
}
