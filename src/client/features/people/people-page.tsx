import type { RouteSectionProps } from "@solidjs/router";
import UserPlus from "lucide-solid/icons/user-plus";
import { Match, Show, Suspense, Switch, createMemo, lazy } from "solid-js";
import { Can, useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import {
  createChoiceParam,
  createDialogParam,
} from "#client/ui/search-param.ts";
import { formatCount } from "#client/lib/formats/number.ts";
import { Links } from "#client/features/invitations/links/links.tsx";
import { ExportButton } from "./export-button.tsx";
import { PeopleList } from "./people-list.tsx";
import { texts } from "./texts.ts";
import { usePeopleList } from "./use-people-list.ts";
import { ViewTabs } from "./views/view-tabs.tsx";

// The form for invitations is as large as the rest of the page, and few visits open it.
const InviteDialog = lazy(
  () => import("#client/features/invitations/invite/invite-dialog.tsx"),
);

const Requests = lazy(async () => ({
  default: (await import("#client/features/requests/requests.tsx")).Requests,
}));

/** The people of an organization. A person opens in a drawer above the list, which is the child of this route. */
export default function PeoplePage(props: RouteSectionProps) {
  const { organization } = useOrganization();
  const [tab] = createChoiceParam("tab", ["people", "links", "requests"]);
  const invite = createDialogParam("invite");
  const wasOpened = createMemo((before) => before || invite.isOpen(), false);
  const list = usePeopleList();
  const count = () =>
    list.query.isSuccess
      ? `${formatCount(list.rows().length)}${list.query.hasNextPage ? "+" : ""}`
      : undefined;
  return (
    <>
      <PageHeader
        title={texts().title}
        description={texts().description(<bdi>{organization().name}</bdi>)}
        actions={
          <>
            <Can permission="member:update">
              <ExportButton list={list} />
            </Can>
            <Can permission="invitation:create">
              <Button
                variant="primary"
                icon={<UserPlus size={16} />}
                onClick={invite.open}
              >
                {texts().invite}
              </Button>
            </Can>
          </>
        }
      />
      <ViewTabs tab={tab()} count={count()} />
      <Switch fallback={<PeopleList list={list} onInvite={invite.open} />}>
        <Match when={tab() === "links"}>
          <Links />
        </Match>
        <Match when={tab() === "requests"}>
          {/* Its own boundary, so that the page stays while the list is loading. */}
          <Suspense>
            <Requests />
          </Suspense>
        </Match>
      </Switch>
      <Show when={wasOpened()}>
        {/* Its own boundary, so that the page stays while the dialog is loading. */}
        <Suspense>
          <InviteDialog open={invite.isOpen()} onClose={invite.close} />
        </Suspense>
      </Show>
      {props.children}
    </>
  );
}
