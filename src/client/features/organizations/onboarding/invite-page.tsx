import { Navigate, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { useAuthContext } from "#client/session/session.ts";
import { ContextGate } from "#client/layout/gates/context-gate.tsx";
import { MissingOrganization } from "#client/layout/gates/missing-organization.tsx";
import { InviteForm } from "./invite-form.tsx";
import { Step } from "./step.tsx";
import { texts } from "./texts.ts";

/** The second step of a new organization; it can be skipped. */
export default function InviteTeamPage() {
  const params = useParams<{ slug: string }>();
  const context = useAuthContext(() => params.slug);
  const dashboard = () => `/o/${params.slug}`;
  return (
    <ContextGate
      context={context}
      missing={(error) => (
        <MissingOrganization
          renamedTo={error.data?.renamedTo}
          reason={error.data?.reason}
          name={context.data?.organization?.name}
        />
      )}
    >
      {(found) => (
        <Show
          when={found().permissions.includes("invitation:create")}
          fallback={<Navigate href={dashboard()} />}
        >
          <AuthLayout
            title={texts().invite.title}
            description={
              <bdi>{texts().invite.text(found().organization?.name ?? "")}</bdi>
            }
            sign={<Step current={2} />}
          >
            <InviteForm org={params.slug} dashboard={dashboard()} />
          </AuthLayout>
        </Show>
      )}
    </ContextGate>
  );
}
