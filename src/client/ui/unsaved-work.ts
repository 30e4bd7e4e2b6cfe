import { createContext, onCleanup } from "solid-js";

/** What the forms in a dialog tell it. */
export interface UnsavedWork {
  /** For a form, as long as it is shown. */
  watch(isUnsaved: () => boolean): void;
  /** Whether closing the dialog would lose something that was entered. */
  isUnsaved(): boolean;
}

export const UnsavedWorkContext = createContext<UnsavedWork>();

export function createUnsavedWork(): UnsavedWork {
  const forms = new Set<() => boolean>();
  return {
    watch(isUnsaved) {
      forms.add(isUnsaved);
      onCleanup(() => forms.delete(isUnsaved));
    },
    isUnsaved: () => [...forms].some((isUnsaved) => isUnsaved()),
  };
}
