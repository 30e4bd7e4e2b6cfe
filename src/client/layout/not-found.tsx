import Compass from "lucide-solid/icons/compass";
import { LinkButton } from "../ui/link-button.tsx";
import { StatusPage } from "./status-page.tsx";

/** For an address that leads nowhere, and for what belongs to an organization one is not in: the two look the same. */
export function NotFound(props: { homeHref?: string }) {
  return (
    <StatusPage
      icon={<Compass size={20} />}
      title="Page not found"
      actions={
        <LinkButton href={props.homeHref ?? "/"} variant="primary">
          Go to the start page
        </LinkButton>
      }
    >
      <p>
        It may have been moved or deleted, or you may not have access to it.
        Check the address for a typing error.
      </p>
    </StatusPage>
  );
}
