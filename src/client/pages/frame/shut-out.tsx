import { useNavigate } from "@solidjs/router";
import CirclePause from "lucide-solid/icons/circle-pause";
import DoorOpen from "lucide-solid/icons/door-open";
import { For, onCleanup, Show } from "solid-js";
import { MainLandmark } from "../../layout/main-landmark.tsx";
import { StatusPage } from "../../layout/status-page.tsx";
import { useAuthContext } from "../../session/session.ts";
import { lastPage } from "../../session/visits.ts";
import { Identity } from "../../ui/identity.tsx";
import { LinkButton } from "../../ui/link-button.tsx";

const LEAVES_AFTER_MS = 10_000;
const MOST_SHOWN = 5;

/** For somebody who was in the organization until a moment ago. */
export function Removed(props: { name: string }) {
  const navigate = useNavigate();
  const leaving = setTimeout(
    () => navigate("/", { replace: true }),
    LEAVES_AFTER_MS,
  );
  onCleanup(() => clearTimeout(leaving));
  return (
    <MainLandmark>
      <StatusPage
        icon={<DoorOpen size={20} />}
        title={`You are no longer a member of ${props.name}`}
        actions={
          <LinkButton href="/" variant="primary">
            Go to the start page
          </LinkButton>
        }
      >
        <p>
          You left it, an admin removed you, or it was deleted. Ask one of its
          admins if this surprises you. The start page opens in a moment.
        </p>
        <OtherOrganizations />
      </StatusPage>
    </MainLandmark>
  );
}

/** For a member who may not work there for now. */
export function Suspended(props: { name: string | undefined }) {
  return (
    <MainLandmark>
      <StatusPage
        icon={<CirclePause size={20} />}
        title={`Your access to ${props.name ?? "this organization"} is suspended`}
        actions={
          <LinkButton href="/organizations" variant="primary">
            Show my organizations
          </LinkButton>
        }
      >
        <p>
          An admin suspended it. What you made there is kept, and is there again
          when one of its admins lets you back in.
        </p>
        <OtherOrganizations />
      </StatusPage>
    </MainLandmark>
  );
}

function OtherOrganizations() {
  const context = useAuthContext(() => undefined);
  const others = () =>
    context.isSuccess ? context.data.organizations.slice(0, MOST_SHOWN) : [];
  return (
    <Show when={others().length > 0}>
      <nav aria-label="Your other organizations" class="mt-4 text-left">
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
