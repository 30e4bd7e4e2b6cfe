import { useNavigate } from "@solidjs/router";
import DoorOpen from "lucide-solid/icons/door-open";
import Signpost from "lucide-solid/icons/signpost";
import { Match, onCleanup, Switch } from "solid-js";
import { MainLandmark } from "../../layout/main-landmark.tsx";
import { NotFound } from "../../layout/not-found.tsx";
import { StatusPage } from "../../layout/status-page.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { Renamed } from "./renamed.tsx";

const LEAVES_AFTER_MS = 10_000;

export interface MissingOrganizationProps {
  /** The slug it has now, when only its address changed. */
  renamedTo: string | undefined;
  /** It was somebody's address and is nobody's now. */
  isRetired: boolean;
  /** Its name, when the reader was in it until a moment ago. */
  name: string | undefined;
}

/** For an organization the reader is not in: never another one in its place. */
export function MissingOrganization(props: MissingOrganizationProps) {
  return (
    <Switch
      fallback={
        <MainLandmark>
          <NotFound />
        </MainLandmark>
      }
    >
      <Match when={props.renamedTo}>{(slug) => <Renamed to={slug()} />}</Match>
      <Match when={props.isRetired}>
        <Retired />
      </Match>
      <Match when={props.name}>{(name) => <Removed name={name()} />}</Match>
    </Switch>
  );
}

function Retired() {
  return (
    <MainLandmark>
      <StatusPage
        icon={<Signpost size={20} />}
        title="This address is not in use any more"
        actions={
          <LinkButton href="/organizations" variant="primary">
            Show my organizations
          </LinkButton>
        }
      >
        <p>
          An organization of yours had it, and has another one now. Old
          addresses lead on for 90 days; after that somebody else may take them.
        </p>
      </StatusPage>
    </MainLandmark>
  );
}

function Removed(props: { name: string }) {
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
        title={`You are no longer in ${props.name}`}
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
      </StatusPage>
    </MainLandmark>
  );
}
