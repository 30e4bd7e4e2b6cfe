import { Show } from "solid-js";
import { useDevDemo } from "#client/session/dev-demo.ts";
import { Callout } from "#client/ui/callout.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { texts } from "./texts.ts";

/** Links to the emails that the server has sent. This hint appears in development only. */
export function DevMailHint() {
  const demo = useDevDemo();
  return (
    <Show when={demo()}>
      <Callout>
        {texts().devMailHint.text(
          <TextLink href="/dev/mail" target="_blank">
            {texts().devMailHint.link}
          </TextLink>,
        )}
      </Callout>
    </Show>
  );
}
