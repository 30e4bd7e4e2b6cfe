import { Match, Switch } from "solid-js";
import type { api } from "#client/session/api.ts";
import { Badge } from "#client/ui/badge.tsx";
import { Identity } from "#client/ui/identity.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { texts } from "./texts.ts";

export type OrganizationOutcome = Awaited<
  ReturnType<typeof api.account.deletion.query>
>["organizations"][number];

/** Shows one organization and what the deletion of the account would do to it. */
export function OrganizationOutcomeRow(props: {
  outcome: OrganizationOutcome;
}) {
  const organization = () => props.outcome.organization;
  return (
    <li class="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 py-3">
      <span class="min-w-0 flex-1 basis-48">
        <Identity name={organization().name} shape="organization" />
      </span>
      <span class="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <Switch>
          <Match when={props.outcome.consequence === "leave"}>
            {texts().deletion.leave.text}
            <Badge>{texts().deletion.leave.label}</Badge>
          </Match>
          <Match when={props.outcome.consequence === "last_admin"}>
            <span>
              {texts().deletion.lastAdmin.text}{" "}
              <TextLink href={`/o/${organization().slug}/people`}>
                {texts().deletion.lastAdmin.link}
                <span class="sr-only"> · {organization().name}</span>
              </TextLink>
            </span>
            <Badge tone="warning">{texts().deletion.lastAdmin.label}</Badge>
          </Match>
          <Match when={props.outcome.consequence === "deleted"}>
            {organization().deletedAt === null
              ? texts().deletion.deleted.text
              : texts().deletion.alreadyDeleted}
            <Badge tone="danger">{texts().deletion.deleted.label}</Badge>
          </Match>
        </Switch>
      </span>
    </li>
  );
}
