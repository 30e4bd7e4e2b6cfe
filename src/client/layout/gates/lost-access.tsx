import { useNavigate } from "@solidjs/router";
import CirclePause from "lucide-solid/icons/circle-pause";
import DoorOpen from "lucide-solid/icons/door-open";
import { For, onCleanup, Show } from "solid-js";
import { StatusPage } from "../status-page.tsx";
import { useAuthContext } from "#client/session/session.ts";
import { lastPage } from "#client/session/visits.ts";
import { Identity } from "#client/ui/identity.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { LeaveSuspended } from "./leave-suspended.tsx";
import { texts } from "./texts.ts";

const LEAVES_AFTER_MS = 10_000;
const MOST_SHOWN = 5;

/** Tells a user that they are no longer a member of an organization, and opens the start page after ten seconds. */
export function Removed(props: { name: string }) {
  const navigate = useNavigate();
  const leaving = setTimeout(
    () => navigate("/", { replace: true }),
    LEAVES_AFTER_MS,
  );
  onCleanup(() => clearTimeout(leaving));
  return (
    <StatusPage
      icon={<DoorOpen size={20} />}
      title={texts().lostAccess.title(props.name)}
      actions={
        <LinkButton href="/" variant="primary">
          {texts().lostAccess.goToTheStart}
        </LinkButton>
      }
    >
      <p>{texts().lostAccess.goneText}</p>
      <OtherOrganizations />
    </StatusPage>
  );
}

/** Tells a suspended member that they have no access to the organization. */
export function Suspended(props: { name: string | undefined }) {
  return (
    <StatusPage
      icon={<CirclePause size={20} />}
      title={texts().lostAccess.suspended(props.name)}
      actions={
        <>
          <LinkButton href="/organizations" variant="primary">
            {texts().lostAccess.showMyOrganizations}
          </LinkButton>
          <LeaveSuspended name={props.name} />
        </>
      }
    >
      <p>{texts().lostAccess.suspendedText}</p>
      <OtherOrganizations />
    </StatusPage>
  );
}

function OtherOrganizations() {
  const context = useAuthContext(() => undefined);
  const others = () =>
    context.isSuccess ? context.data.organizations.slice(0, MOST_SHOWN) : [];
  return (
    <Show when={others().length > 0}>
      <nav
        aria-label={texts().lostAccess.yourOtherOrganizations}
        class="mt-4 text-left"
      >
        <ul class="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface text-ink">
          <For each={others()}>
            {(organization) => (
              <li>
                <a
                  href={lastPage(context.data?.user.id ?? "", organization)}
                  class="flex items-center gap-3 px-4 py-2.5 hover:bg-hover focus-visible:-outline-offset-2"
                >
                  <Identity
                    name={organization.name}
                    image={organization.logoUrl}
                    shape="organization"
                    detail={`/o/${organization.slug}`}
                  />
                </a>
              </li>
            )}
          </For>
        </ul>
      </nav>
    </Show>
  );
}
