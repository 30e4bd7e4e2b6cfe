import { createSignal } from "solid-js";

/**
 * The state of a confirmation dialog about one subject, such as a row. The subject stays known while the dialog
 * closes.
 */
export function createConfirmation<Subject>() {
  const [subject, setSubject] = createSignal<Subject>();
  const [isOpen, setOpen] = createSignal(false);
  return {
    subject,
    isOpen,
    ask(about: Subject): void {
      setSubject(() => about);
      setOpen(true);
    },
    close: () => void setOpen(false),
    /** Returns a handler that runs `act` for the current subject. */
    confirm: (act: (subject: Subject) => Promise<void>) => async () => {
      const current = subject();
      if (current !== undefined) await act(current);
    },
  };
}
