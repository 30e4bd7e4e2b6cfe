import { Show } from "solid-js";
import { AuthLayout } from "../../layout/auth-layout.tsx";
import { usePersonIfAny } from "../../session/session.ts";
import { LinkButton } from "../../ui/link-button.tsx";
import { TEXTS } from "./texts.ts";

/** In a browser that is not signed in as the person whose address it was. */
export function Done() {
  const other = usePersonIfAny();
  return (
    <Show when={other()} fallback={<SignIn />}>
      {(person) => (
        <AuthLayout
          title={TEXTS.done.title}
          description={TEXTS.done.asOther(person().email)}
        >
          <LinkButton href="/" variant="primary" size="lg" class="w-full">
            {TEXTS.done.goOn}
          </LinkButton>
        </AuthLayout>
      )}
    </Show>
  );
}

function SignIn() {
  return (
    <AuthLayout title={TEXTS.done.title} description={TEXTS.done.text}>
      <LinkButton href="/sign-in" variant="primary" size="lg" class="w-full">
        {TEXTS.done.signIn}
      </LinkButton>
    </AuthLayout>
  );
}
