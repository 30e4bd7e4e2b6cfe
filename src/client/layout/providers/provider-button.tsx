import { createSignal } from "solid-js";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { Button } from "#client/ui/button.tsx";
import { ProviderMark } from "./provider-mark.tsx";
import { texts } from "./texts.ts";
import type { Provider } from "./use-providers.ts";

/** A button that sends the user to a sign-in provider. The button is pending until the browser leaves the page. */
export function ProviderButton(props: {
  provider: Provider;
  onLeave: (id: Provider["id"]) => Promise<void>;
  /** The label of the button. By default it is "Continue with" and the name of the provider. */
  label?: string;
  size?: "md" | "lg";
}) {
  const [isLeaving, setLeaving] = createSignal(false);
  const leave = async () => {
    setLeaving(true);
    try {
      await props.onLeave(props.provider.id);
    } catch (error) {
      toastProblem(texts().notReached(props.provider.name), error);
    } finally {
      setLeaving(false);
    }
  };
  return (
    <Button
      size={props.size}
      class="max-w-full"
      pending={isLeaving()}
      icon={<ProviderMark id={props.provider.id} />}
      onClick={leave}
    >
      <bdi class="truncate">
        {props.label ?? texts().with(props.provider.name)}
      </bdi>
    </Button>
  );
}
