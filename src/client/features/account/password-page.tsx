import { Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { useAuthContext } from "#client/session/session.ts";
import { Loaded } from "#client/ui/loaded.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { PasswordSection } from "./password-section.tsx";
import { SetPasswordSection } from "./set-password-section.tsx";
import { texts } from "./texts.ts";

export default function PasswordPage() {
  const context = useAuthContext(() => undefined);
  const status = api.twoFactor.status.useQuery();
  const email = () => context.data?.user.email ?? "";
  return (
    <>
      <PageHeader
        title={texts().password.title}
        description={texts().password.description}
      />
      <Loaded query={status} skeleton={<Skeleton rows={3} />}>
        {(has) => (
          <Show
            when={has().hasPassword}
            fallback={<SetPasswordSection email={email()} />}
          >
            <PasswordSection email={email()} />
          </Show>
        )}
      </Loaded>
    </>
  );
}
