import { Navigate, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { useAuthContext } from "#client/session/session.ts";
import { ContextGate } from "#client/layout/gates/context-gate.tsx";
import { MissingOrganization } from "#client/layout/gates/missing-organization.tsx";
import { InviteTeamForm } from "./invite-team-form.tsx";
import { StepIndicator } from "./step-indicator.tsx";
import { texts } from "./texts.ts";

/** Shows the second step of creating an organization. The user can skip it. */
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
            above={<StepIndicator current={2} />}
          >
            <InviteTeamForm org={params.slug} dashboard={dashboard()} />
          </AuthLayout>
        </Show>
      )}
    </ContextGate>
  );
}
