import { AuthLayout } from "#client/layout/auth-layout.tsx";
import type { AuthContext } from "#client/session/session.ts";
import { useAuthContext } from "#client/session/session.ts";
import { createSignOut } from "#client/session/sign-out.ts";
import { TextButton, TextLink } from "#client/ui/text-link.tsx";
import { ContextGate } from "#client/layout/gates/context-gate.tsx";
import { CreateOrganizationForm } from "./create-organization-form.tsx";
import { StepIndicator } from "./step-indicator.tsx";
import { texts } from "./texts.ts";

export default function CreateOrganizationPage() {
  const context = useAuthContext(() => undefined);
  return (
    <ContextGate context={context}>
      {(found) => <Create context={found()} />}
    </ContextGate>
  );
}

function Create(props: { context: AuthContext }) {
  const signOut = createSignOut();
  const isFirst = () => props.context.isNew;
  return (
    <AuthLayout
      title={isFirst() ? texts().create.first : texts().create.another}
      description={texts().create.text}
      above={<StepIndicator current={1} />}
      footer={
        <>
          {texts().create.signedInAs} <bdi>{props.context.user.email}</bdi>.{" "}
          <TextButton onClick={() => signOut()}>
            {texts().create.signOut}
          </TextButton>
          {!isFirst() && (
            <>
              {" · "}
              <TextLink href="/">{texts().create.cancel}</TextLink>
            </>
          )}
        </>
      }
    >
      <CreateOrganizationForm />
    </AuthLayout>
  );
}
