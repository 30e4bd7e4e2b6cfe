import { type JSX, splitProps, useContext } from "solid-js";
import { createTouched } from "./touched-forms.ts";
import { FormContext } from "./form-context.ts";
import { createPending } from "./pending.ts";
import { UnsavedWorkContext } from "./unsaved-work.ts";

export interface FormProps extends Omit<
  JSX.FormHTMLAttributes<HTMLFormElement>,
  "onSubmit" | "onInput"
> {
  /** Submits the form. Until the returned promise settles, neither Enter nor a button submits the form again. */
  onSubmit: (form: HTMLFormElement) => unknown;
  /** Whether closing the dialog around the form would lose input. By default, any text that the user typed counts. */
  isDirty?: boolean;
}

/**
 * A form that cannot be submitted again while a submission runs. Its submit buttons show that the submission runs.
 */
export function Form(props: FormProps) {
  const [own, rest] = splitProps(props, ["onSubmit", "isDirty", "children"]);
  const { markTouched, isTouched, markSubmitted } = createTouched();
  useContext(UnsavedWorkContext)?.watch(() => own.isDirty ?? isTouched());
  const [submit, isPending] = createPending(async (form: HTMLFormElement) => {
    await own.onSubmit(form);
    markSubmitted();
  });

  return (
    <FormContext.Provider value={{ isPending }}>
      <form
        noValidate
        {...rest}
        onInput={markTouched}
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        {own.children}
      </form>
    </FormContext.Provider>
  );
}
