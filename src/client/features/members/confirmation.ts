import { createSignal } from "solid-js";

/** A question about somebody, which still names them while its dialog closes. */
export function createQuestion<Subject>() {
  const [about, setAbout] = createSignal<Subject>();
  const [isOpen, setOpen] = createSignal(false);
  return {
    about,
    isOpen,
    ask(subject: Subject): void {
      setAbout(() => subject);
      setOpen(true);
    },
    close: () => void setOpen(false),
    /** What is done when it is answered with yes. */
    answer: (act: (subject: Subject) => Promise<void>) => async () => {
      const subject = about();
      if (subject !== undefined) await act(subject);
    },
  };
}
