import { type Accessor, createContext } from "solid-js";

/** What a form tells the controls in it. */
export interface FormState {
  isPending: Accessor<boolean>;
}

export const FormContext = createContext<FormState>();
