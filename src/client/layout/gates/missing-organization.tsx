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
  /** The slug it has now, when only its address changed. */
  renamedTo: string | undefined;
  /** Why the server refused. */
  reason: Reason | undefined;
  /** Its name, when the reader was in it until a moment ago. */
  name: string | undefined;
}

/** For an organization the reader is not in: never another one in its place. */
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
