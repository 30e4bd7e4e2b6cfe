import Compass from "lucide-solid/icons/compass";
import { LinkButton } from "#client/ui/link-button.tsx";
import { StatusPage } from "./status-page.tsx";
import { TEXTS } from "./texts.ts";

/** For an address that leads nowhere, and for what belongs to an organization one is not in: the two look the same. */
export function NotFound(props: { homeHref?: string }) {
  return (
    <StatusPage
      icon={<Compass size={20} />}
      title={TEXTS.notFound.pageNotFound}
      actions={
        <LinkButton href={props.homeHref ?? "/"} variant="primary">
          {TEXTS.notFound.goToTheStart}
        </LinkButton>
      }
    >
      <p>{TEXTS.notFound.itMayHaveBeen}</p>
    </StatusPage>
  );
}
