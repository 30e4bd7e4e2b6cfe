import Signpost from "lucide-solid/icons/signpost";
import { Match, Show, Switch } from "solid-js";
import type { Reason } from "#sdk/errors";
import { NotFound } from "../not-found.tsx";
import { StatusPage } from "../status-page.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { UserLayout } from "./user-layout.tsx";
import { Renamed } from "./renamed.tsx";
import { Removed, Suspended } from "./lost-access.tsx";
import { texts } from "./texts.ts";

export interface MissingOrganizationProps {
  /** The current slug of the organization, if the URL contains a former slug. */
  renamedTo: string | undefined;
  /** The error reason that the server sent. */
  reason: Reason | undefined;
  /** The name of the organization, if the user was a member until a moment ago. */
  name: string | undefined;
}

/**
 * Explains why the user cannot open the organization in the URL, or redirects if the organization was renamed. Never
 * opens another organization instead.
 */
export function MissingOrganization(props: MissingOrganizationProps) {
  return (
    <Show
      when={!props.renamedTo}
      fallback={<Renamed to={props.renamedTo ?? ""} />}
    >
      <UserLayout>
        <Switch fallback={<NotFound />}>
          <Match when={props.reason === "MEMBERSHIP_SUSPENDED"}>
            <Suspended name={props.name} />
          </Match>
          <Match when={props.reason === "SLUG_RETIRED"}>
            <Retired />
          </Match>
          <Match when={props.name}>{(name) => <Removed name={name()} />}</Match>
        </Switch>
      </UserLayout>
    </Show>
  );
}

function Retired() {
  return (
    <StatusPage
      icon={<Signpost size={20} />}
      title={texts().missingOrganization.title}
      actions={
        <LinkButton href="/organizations" variant="primary">
          {texts().missingOrganization.showMyOrganizations}
        </LinkButton>
      }
    >
      <p>{texts().missingOrganization.text}</p>
    </StatusPage>
  );
}
