import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { type AuthContext, useAuthContext } from "#client/session/session.ts";
import { createSignOut } from "#client/session/sign-out.ts";
import { TextButton, TextLink } from "#client/ui/text-link.tsx";
import { ContextGate } from "#client/layout/gates/context-gate.tsx";
import { CreateForm } from "./create-form.tsx";
import { Step } from "./step.tsx";
import { TEXTS } from "./texts.ts";

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
      title={isFirst() ? TEXTS.create.first : TEXTS.create.another}
      description={TEXTS.create.text}
      sign={<Step current={1} />}
      footer={
        <>
          {TEXTS.create.signedInAs} <bdi>{props.context.user.email}</bdi>.{" "}
          <TextButton onClick={() => signOut()}>
            {TEXTS.create.signOut}
          </TextButton>
          {!isFirst() && (
            <>
              {" · "}
              <TextLink href="/">{TEXTS.create.cancel}</TextLink>
            </>
          )}
        </>
      }
    >
      <CreateForm />
    </AuthLayout>
  );
}
