import { Toast, Toaster, type ToastOptions } from "@ark-ui/solid/toast";
import CircleAlert from "lucide-solid/icons/circle-alert";
import CircleCheck from "lucide-solid/icons/circle-check";
import X from "lucide-solid/icons/x";
import { type Accessor, Show } from "solid-js";
import { Portal } from "solid-js/web";
import { Button } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";
import { toaster } from "./toast.ts";
import { texts } from "./texts.ts";

/** Shows the toasts. A page renders this component once. */
export function ToastRegion() {
  return (
    // Outside of the page, because an open dialog hides the page from screen readers. The attribute keeps the toasts.
    <Portal ref={(host) => host.setAttribute("data-live-announcer", "")}>
      <Toaster toaster={toaster} aria-label={texts().toastRegion.notifications}>
        {(message) => <Message message={message} />}
      </Toaster>
    </Portal>
  );
}

function Message(props: { message: Accessor<ToastOptions> }) {
  const message = () => props.message();
  const requestId = () => message().meta?.requestId as string | undefined;
  return (
    <Toast.Root class="z-60 flex w-[min(24rem,calc(100vw-2rem))] translate-x-(--x) translate-y-(--y) items-start gap-2.5 rounded-lg border border-line-strong bg-raised py-2 pr-2 pl-3.5 text-sm text-ink opacity-(--opacity) shadow-pop transition-[translate,opacity,height] duration-200">
      <Show
        when={message().type === "error"}
        fallback={
          <CircleCheck
            size={16}
            class="mt-2 shrink-0 text-success-ink pointer-coarse:mt-3.5"
          />
        }
      >
        <CircleAlert
          size={16}
          class="mt-2 shrink-0 text-danger-ink pointer-coarse:mt-3.5"
        />
      </Show>
      <div class="min-w-0 flex-1 py-1.5 pointer-coarse:py-3">
        <Toast.Title class="font-medium">{message().title}</Toast.Title>
        <Show when={message().description}>
          <Toast.Description class="text-muted">
            {message().description}
          </Toast.Description>
        </Show>
        <Show when={requestId()}>
          <p class="mt-1 font-mono text-xs text-subtle">{requestId()}</p>
        </Show>
      </div>
      <Show when={message().action}>
        {(action) => (
          <Toast.ActionTrigger
            asChild={(trigger) => (
              <Button {...trigger()}>{action().label}</Button>
            )}
          />
        )}
      </Show>
      <Toast.CloseTrigger
        asChild={(close) => (
          <IconButton {...close()} label={texts().toastRegion.dismiss}>
            <X size={16} />
          </IconButton>
        )}
      />
    </Toast.Root>
  );
}
