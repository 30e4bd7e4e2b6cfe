import Lock from "lucide-solid/icons/lock";
import { For, type JSX, Show } from "solid-js";
import { LinkButton } from "#client/ui/link-button.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { StatusPage } from "./status-page.tsx";
import { texts } from "./texts.ts";

export interface NoAccessProps {
  /** The name of the user's role: "Viewer". */
  role?: string;
  /** The admins of the organization, who can change the role. */
  admins: readonly { name: string; email: string }[];
  homeHref: string;
  /** The button with which the user asks the admins. */
  ask?: JSX.Element;
}

/** Tells a member that their role does not include the page, and names the admins to ask. */
export function NoAccess(props: NoAccessProps) {
  return (
    <StatusPage
      icon={<Lock size={20} />}
      title={texts().noAccess.title}
      actions={
        <>
          {props.ask}
          <LinkButton href={props.homeHref}>
            {texts().noAccess.backToTheDashboard}
          </LinkButton>
        </>
      }
    >
      <p>
        <Show when={props.role} fallback={texts().noAccess.notIncluded}>
          {texts().noAccess.roleWithout(props.role ?? "")}
        </Show>
        <Show when={props.admins.length > 0}> {texts().noAccess.admins}</Show>
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
