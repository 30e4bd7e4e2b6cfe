import CircleAlert from "lucide-solid/icons/circle-alert";
import { Show } from "solid-js";
import { Button } from "#client/ui/button.tsx";
import { CopyButton } from "#client/ui/copy-button.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { StatusPage } from "./status-page.tsx";
import { texts } from "./texts.ts";

export interface ErrorPageProps {
  /** The error in the user's language. Without it, the page shows a general message. */
  message?: string;
  requestId?: string | undefined;
  onRetry: () => unknown;
}

/** The page after an unexpected error. It shows the id of the request, which the user can send to support. */
export function ErrorPage(props: ErrorPageProps) {
  return (
    <StatusPage
      icon={<CircleAlert size={20} />}
      title={texts().errorPage.somethingWentWrong}
      actions={
        <>
          <LinkButton href="/">{texts().errorPage.goToTheStart}</LinkButton>
          <Button variant="primary" onClick={props.onRetry}>
            {texts().errorPage.tryAgain}
          </Button>
        </>
      }
    >
      <p>{props.message ?? texts().errorPage.text}</p>
      <Show when={props.requestId}>
        {(id) => (
          <p class="flex items-center justify-center gap-1 text-sm">
            {texts().errorPage.request}{" "}
            <code class="rounded-sm bg-sunken px-1.5 py-0.5 font-mono text-xs">
              {id()}
            </code>
            <CopyButton value={id()} label={texts().errorPage.copyRequestId} />
          </p>
        )}
      </Show>
    </StatusPage>
  );
}
