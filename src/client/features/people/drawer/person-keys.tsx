import { For, Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { texts } from "../texts.ts";
import { DrawerSection } from "./drawer-section.tsx";

/** The API keys of a member, for the member and for users who manage all keys. */
export function PersonKeys(props: { userId: string }) {
  const { slug, user, can } = useOrganization();
  const path = useOrganizationPath();
  const isOwn = () => props.userId === user().id;
  const mayRead = () => can(isOwn() ? "apiKey:own" : "apiKey:manage");
  const query = api.apiKeys.list.useQuery(
    () => ({ org: slug(), owner: isOwn() ? "me" : props.userId }),
    () => ({ enabled: mayRead() }),
  );
  return (
    <Show when={mayRead() && query.isSuccess && query.data}>
      {(page) => (
        <DrawerSection
          title={texts().drawer.keys}
          aside={
            <TextLink
              class="text-sm"
              href={path(`settings/api${isOwn() ? "" : "?tab=all"}`)}
            >
              {texts().drawer.allKeys}
            </TextLink>
          }
        >
          <ul class="flex flex-col gap-1.5 text-sm">
            <For
              each={page().items}
              fallback={<li class="text-muted">{texts().drawer.noKeys}</li>}
            >
              {(key) => (
                <li class="flex min-w-0 justify-between gap-3">
                  <bdi class="min-w-0 truncate">{key.name}</bdi>
                  <span class="shrink-0 text-muted">
                    <Show
                      when={key.lastUsedAt}
                      fallback={texts().drawer.neverUsed}
                    >
                      {(at) =>
                        texts().drawer.lastUsed(<RelativeTime value={at()} />)
                      }
                    </Show>
                  </span>
                </li>
              )}
            </For>
          </ul>
        </DrawerSection>
      )}
    </Show>
  );
}
