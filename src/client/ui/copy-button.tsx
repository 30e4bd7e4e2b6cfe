import Check from "lucide-solid/icons/check";
import Copy from "lucide-solid/icons/copy";
import { createSignal, onCleanup, Show } from "solid-js";
import { Button } from "./button.tsx";
import type { ButtonVariant } from "./button-look.ts";
import { copyText } from "./copy-text.ts";
import { IconButton } from "./icon-button.tsx";
import { texts } from "./texts.ts";

export interface CopyButtonProps {
  value: string;
  /** The accessible name of the button: "Copy invitation link". */
  label: string;
  /** Shows the label beside the icon. */
  withLabel?: boolean;
  variant?: ButtonVariant;
  onCopied?: () => void;
}

/** A button that copies a text to the clipboard and confirms it. */
export function CopyButton(props: CopyButtonProps) {
  const [isCopied, setCopied] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  const copy = async () => {
    if (!(await copyText(props.value))) return;
    setCopied(true);
    props.onCopied?.();
    clearTimeout(timer);
    timer = setTimeout(() => setCopied(false), 2000);
  };
  const icon = () => (
    <Show when={isCopied()} fallback={<Copy size={14} />}>
      <Check size={14} class="text-success-ink" />
    </Show>
  );

  return (
    <>
      <Show
        when={props.withLabel}
        fallback={
          <IconButton label={props.label} size="sm" onClick={copy}>
            {icon()}
          </IconButton>
        }
      >
        <Button variant={props.variant} icon={icon()} onClick={copy}>
          {props.label}
        </Button>
      </Show>
      <span role="status" class="sr-only">
        {isCopied() ? texts().copyButton.copied : ""}
      </span>
    </>
  );
}
