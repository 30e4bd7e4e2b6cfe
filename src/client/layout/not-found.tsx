import Compass from "lucide-solid/icons/compass";
import { LinkButton } from "#client/ui/link-button.tsx";
import { StatusPage } from "./status-page.tsx";
import { texts } from "./texts.ts";

/**
 * Tells the user that a page was not found. An organization of which the user is no member looks the same as an
 * unknown URL, so that the page does not reveal whether the organization exists.
 */
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
