import { Navigate, useSearchParams } from "@solidjs/router";
import { Match, Switch } from "solid-js";
import { reasonOf } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { createAfterSignIn } from "#client/session/after-sign-in.ts";
import {
  safeNext,
  signInPath,
  useUserIfSignedIn,
} from "#client/session/session.ts";
import { Loaded } from "#client/ui/loaded.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { Expired } from "./expired.tsx";
import { SecondFactor } from "./second-factor.tsx";
import { texts } from "./texts.ts";

/** The page that asks users with 2FA for their second factor after a correct password. */
export default function TwoFactorPage() {
  const [params] = useSearchParams<{ next?: string }>();
  const next = () => safeNext(params.next);
  const user = useUserIfSignedIn();
  const signedIn = createAfterSignIn();
  const pending = api.twoFactor.pending.useQuery(undefined, () => ({
    retry: false,
  }));
  const signIn = api.twoFactor.signIn.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: () => signedIn(next()),
  }));
  const isExpired = () =>
    [pending.error, signIn.error].some(
      (error) => reasonOf(error) === "SIGN_IN_EXPIRED",
    );

  return (
    <Switch
      fallback={
        <AuthLayout
          title={texts().title}
          footer={
            <TextLink href={signInPath(next())}>
              {texts().otherAccount}
            </TextLink>
          }
        >
          <Loaded query={pending} skeleton={<Skeleton kind="text" rows={3} />}>
            {(found) => (
              <SecondFactor
                methods={found().methods}
                onSubmit={(input) => signIn.mutateAsync(input)}
              />
            )}
          </Loaded>
        </AuthLayout>
      }
    >
      {/* The user has signed in in another tab, so continue. */}
      <Match when={isExpired() && user()}>
        <Navigate href={next()} />
      </Match>
      <Match when={isExpired()}>
        <Expired signInHref={signInPath(next())} />
      </Match>
    </Switch>
  );
}
