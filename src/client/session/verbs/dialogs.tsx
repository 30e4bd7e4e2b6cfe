import {
  type Component,
  createSignal,
  For,
  type JSX,
  lazy,
  onCleanup,
  Suspense,
} from "solid-js";

/** What every dialog of a verb gets, beside the things that it is about. */
export interface VerbDialogProps {
  open: boolean;
  onClose: () => void;
}

interface Opened {
  isOpen: () => boolean;
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
    const render = () => (
      <Dialog {...props} open={isOpen()} onClose={() => setOpen(false)} />
    );
    setOpened((before) => [...before, { isOpen, render }].slice(-KEPT));
  };
}

/** Shows the dialogs of verbs. The frame of an organization has it once. */
export function VerbDialogs() {
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
