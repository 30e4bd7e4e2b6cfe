import { createContext, onCleanup } from "solid-js";

/** The connection between a dialog and its forms. */
export interface UnsavedWork {
  /** Registers a form while it is mounted. */
  watch(isUnsaved: () => boolean): void;
  /** Whether closing the dialog would lose input. */
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
