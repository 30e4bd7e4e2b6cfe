import { type Accessor, createContext } from "solid-js";

/** The state that a form provides to its controls. */
export interface FormState {
  isPending: Accessor<boolean>;
}

export const FormContext = createContext<FormState>();
