import { type JSX, Match, Show, Switch } from "solid-js";
import { api } from "#client/session/api.ts";
import { Badge } from "#client/ui/badge.tsx";
import { Section } from "#client/ui/section.tsx";
import { ChangeEmailForm } from "./change-email-form.tsx";
import { ConfirmEmail } from "./confirm-email.tsx";
import { PendingChange } from "./pending-change.tsx";
import { texts } from "./texts.ts";

/** Shows the user's email address, and lets the user confirm or change it. */
export function EmailSection(props: {
  user: { email: string; emailVerified: boolean };
}) {
  const change = api.account.pendingEmail.useQuery(
    () => ({}),
    () => ({ refetchOnWindowFocus: "always" as const }),
  );
  const pending = () => (change.isSuccess ? change.data : undefined);
  // A pending confirmation link can be for the current address instead of a new address.
  const newEmail = () => {
    const email = pending()?.email;
    return email === props.user.email ? undefined : email;
  };
  const frame = (children?: JSX.Element, footer?: JSX.Element) => (
    <Section title={texts().title} description={texts().text} footer={footer}>
      <div class="flex flex-col gap-5">
        <p class="flex flex-wrap items-center gap-2">
          <span class="break-all">{props.user.email}</span>
          <Show
            when={props.user.emailVerified}
            fallback={<Badge tone="warning">{texts().unconfirmed}</Badge>}
          >
            <Badge tone="success">{texts().confirmed}</Badge>
          </Show>
        </p>
        <Show when={!props.user.emailVerified}>
          <ConfirmEmail email={props.user.email} />
        </Show>
        {children}
      </div>
    </Section>
  );
  return (
    <Switch fallback={frame()}>
      <Match when={newEmail()}>
        {(email) => (
          <PendingChange
            email={email()}
            expiresAt={pending()?.expiresAt ?? ""}
            frame={frame}
          />
        )}
      </Match>
      <Match when={pending() ?? change.isError}>
        <ChangeEmailForm frame={frame} />
      </Match>
    </Switch>
  );
}
