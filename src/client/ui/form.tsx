import { type JSX, splitProps, useContext } from "solid-js";
import { createTouched } from "./touched-forms.ts";
import { FormContext } from "./form-context.ts";
import { createPending } from "./pending.ts";
import { UnsavedWorkContext } from "./unsaved-work.ts";

export interface FormProps extends Omit<
  JSX.FormHTMLAttributes<HTMLFormElement>,
  "onSubmit" | "onInput"
> {
  /** Called once per submission: until its promise settles, neither Enter nor a button submits again. */
  onSubmit: (form: HTMLFormElement) => unknown;
  /** In a dialog: whether closing it would lose input. By default, whether the user typed into the form. */
  isDirty?: boolean;
}

/** A form that cannot be submitted twice. Its submit buttons show progress. */
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
