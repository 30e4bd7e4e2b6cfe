import { Navigate, useLocation, useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { createAfterFirstFactor } from "#client/session/after-sign-in.ts";
import { safeNext, useUserIfSignedIn } from "#client/session/session.ts";
import { TextLink } from "#client/ui/text-link.tsx";
import { isPasskeySupported } from "#client/session/passkey.ts";
import { DemoPeople } from "./demo-people.tsx";
import { PasskeySignIn } from "./passkey-sign-in.tsx";
import { Providers } from "#client/layout/providers/providers.tsx";
import { useProviders } from "#client/layout/providers/use-providers.ts";
import { SignInForm } from "./sign-in-form.tsx";
import { texts } from "./texts.ts";

export default function SignInPage() {
  const [params] = useSearchParams<{ next?: string }>();
  const location = useLocation<{ wasSignedIn?: boolean }>();
  const next = () => safeNext(params.next);
  const description = () => {
    if (next() === "/invite") return texts().toInvitation;
    if (next() === "/change-email") return texts().toEmailChange;
    return location.state?.wasSignedIn ? texts().ended : undefined;
  };
  const user = useUserIfSignedIn();
  const afterFirstFactor = createAfterFirstFactor();
  const { isSettled } = useProviders();
  return (
    <Show when={!user()} fallback={<Navigate href={next()} />}>
      <AuthLayout
        title={texts().title}
        description={description()}
        // Show the sign-up link together with the providers' buttons, so that no control moves under the pointer.
        footer={
          isSettled() && (
            <>
              {texts().noAccount}{" "}
              <TextLink href="/sign-up">{texts().signUp}</TextLink>
            </>
          )
        }
        below={
          isSettled() && (
            <DemoPeople
              onSignedIn={(answer) => afterFirstFactor(answer, next())}
            />
          )
        }
      >
        <SignInForm onSignedIn={(answer) => afterFirstFactor(answer, next())} />
        <Providers next={next()}>
          <Show when={isPasskeySupported()}>
            <PasskeySignIn
              onSignedIn={(answer) => afterFirstFactor(answer, next())}
            />
          </Show>
        </Providers>
      </AuthLayout>
    </Show>
  );
}
