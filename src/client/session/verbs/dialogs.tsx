import { useLocation } from "@solidjs/router";
import {
  type Component,
  createEffect,
  createSignal,
  For,
  type JSX,
  lazy,
  on,
  onCleanup,
  Suspense,
  untrack,
} from "solid-js";

/** What every dialog of a verb gets, beside the things that it is about. */
export interface VerbDialogProps {
  open: boolean;
  onClose: () => void;
}

interface Opened {
  close: () => void;
  render: () => JSX.Element;
}

/** A dialog that has just closed stays, so that its closing animation ends. */
const KEPT = 3;

const [opened, setOpened] = createSignal<readonly Opened[]>([]);

/**
 * Declares a dialog of a verb. Its code loads when it opens for the first time.
 *
 * @returns a function that opens the dialog
 */
export function verbDialog<Props extends object>(
  load: () => Promise<{ default: Component<Props & VerbDialogProps> }>,
): (props: Props) => void {
  const Dialog = lazy(load);
  return (props) => {
    const [isOpen, setOpen] = createSignal(true);
    const close = () => void setOpen(false);
    const render = () => <Dialog {...props} open={isOpen()} onClose={close} />;
    // A dialog that opens while another one is still closing counts as part of that one, and closes with it.
    setTimeout(() =>
      setOpened((before) => [...before, { close, render }].slice(-KEPT)),
    );
  };
}

/** Shows the dialogs of verbs. The frame of an organization has it once. A dialog closes when the page changes. */
export function VerbDialogs() {
  const location = useLocation();
  createEffect(
    on(
      () => location.pathname,
      () => untrack(opened).forEach(({ close }) => close()),
      { defer: true },
    ),
  );
  onCleanup(() => setOpened([]));
  return (
    <For each={opened()}>
      {({ render }) => (
        // Its own boundary, so that the page stays while a dialog is loading.
        <Suspense>{render()}</Suspense>
      )}
    </For>
  );
}
