import { createContext, onCleanup } from "solid-js";

/** Tells a dialog whether one of the forms inside it has unsaved input. */
export interface UnsavedWork {
  /** Registers a form while it is mounted. `isUnsaved` says whether this form has unsaved input. */
  watch(isUnsaved: () => boolean): void;
  /** Whether closing the dialog would lose input of its forms. */
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
