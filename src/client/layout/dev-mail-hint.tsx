import { Show } from "solid-js";
import { useDevDemo } from "../session/dev-demo.ts";
import { Callout } from "../ui/callout.tsx";
import { TextLink } from "../ui/text-link.tsx";

/** Where to find the mail that was just sent, for whoever tries the program out. Nothing in production. */
export function DevMailHint() {
  const demo = useDevDemo();
  return (
    <Show when={demo()}>
      <Callout>
        In development no mail leaves the program:{" "}
        <TextLink href="/dev/mail" target="_blank">
          open the captured mail
        </TextLink>
        .
      </Callout>
    </Show>
  );
}
