import LinkIcon from "lucide-solid/icons/link";
import { Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { Can, useOrganization } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { RowsBox } from "#client/ui/rows-box.tsx";
import { createDialogParam } from "#client/ui/search-param.ts";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { LinkTable } from "./link-table.tsx";
import { NewLinkDialog } from "./new-link-dialog.tsx";
import { texts } from "./texts.ts";

/** The invitation links of the organization. */
export function Links() {
  const { slug } = useOrganization();
  const links = api.links.list.useQuery(() => ({ org: slug() }));
  const making = createDialogParam("new-link");
  const make = () => (
    <Can permission="invitation:create">
      <Button icon={<LinkIcon size={16} />} onClick={making.open}>
        {texts().newLink}
      </Button>
    </Can>
  );
  return (
    <>
      <Loaded query={links} skeleton={<Skeleton rows={3} />}>
        {(page) => (
          <Show
            when={page().items.length > 0}
            fallback={
              <EmptyState
                icon={<LinkIcon size={18} />}
                title={texts().none}
                action={make()}
              >
                {texts().noneText}
              </EmptyState>
            }
          >
            <div class="mb-4 flex flex-wrap items-center justify-between gap-3">
              <p class="text-sm text-muted">{texts().description}</p>
              {make()}
            </div>
            <RowsBox>
              <LinkTable rows={page().items} />
            </RowsBox>
          </Show>
        )}
      </Loaded>
      <NewLinkDialog open={making.isOpen()} onClose={making.close} />
    </>
  );
}
