import Lock from "lucide-solid/icons/lock";
import { For, Show } from "solid-js";
import { LinkButton } from "#client/ui/link-button.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { StatusPage } from "./status-page.tsx";
import { TEXTS } from "./texts.ts";

export interface NoAccessProps {
  /** The reader's role in words: "Viewer". */
  role?: string;
  /** Who can change that: the organization's admins. */
  admins: readonly { name: string; email: string }[];
  homeHref: string;
}

/** For a member whose role does not reach here: says so, and whom to ask. */
export function NoAccess(props: NoAccessProps) {
  return (
    <StatusPage
      icon={<Lock size={20} />}
      title={TEXTS.noAccess.title}
      actions={
        <LinkButton href={props.homeHref}>
          {TEXTS.noAccess.backToTheDashboard}
        </LinkButton>
      }
    >
      <p>
        <Show when={props.role} fallback={TEXTS.noAccess.notIncluded}>
          {TEXTS.noAccess.roleWithout(props.role ?? "")}
        </Show>
        <Show when={props.admins.length > 0}> {TEXTS.noAccess.admins}</Show>
      </p>
      <ul class="flex flex-col gap-1">
        <For each={props.admins}>
          {(admin) => (
            <li>
              <bdi class="text-ink">{admin.name}</bdi> ·{" "}
              <TextLink href={`mailto:${admin.email}`}>{admin.email}</TextLink>
            </li>
          )}
        </For>
      </ul>
    </StatusPage>
  );
}
