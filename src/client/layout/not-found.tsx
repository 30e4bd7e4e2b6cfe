import Compass from "lucide-solid/icons/compass";
import { LinkButton } from "#client/ui/link-button.tsx";
import { StatusPage } from "./status-page.tsx";
import { texts } from "./texts.ts";

/** For an unknown URL and for an organization that the user is not a member of: both look the same. */
export function NotFound(props: { homeHref?: string }) {
  return (
    <StatusPage
      icon={<Compass size={20} />}
      title={texts().notFound.pageNotFound}
      actions={
        <LinkButton href={props.homeHref ?? "/"} variant="primary">
          {texts().notFound.goToTheStart}
        </LinkButton>
      }
    >
      <p>{texts().notFound.text}</p>
    </StatusPage>
  );
}
