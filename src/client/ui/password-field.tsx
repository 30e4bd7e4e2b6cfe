import Eye from "lucide-solid/icons/eye";
import EyeOff from "lucide-solid/icons/eye-off";
import { createSignal, Show } from "solid-js";
import { IconButton } from "./icon-button.tsx";
import { TextField, type TextFieldProps } from "./text-field.tsx";
import { texts } from "./texts.ts";

export interface PasswordFieldProps extends Omit<
  TextFieldProps,
  "type" | "suffix" | "prefix" | "autocomplete"
> {
  /** Tells password managers whether to fill in a password or to suggest a new one. */
  autocomplete: "current-password" | "new-password";
}

/** A field for a password, with a button that shows the password. Pasting and password managers work. */
export function PasswordField(props: PasswordFieldProps) {
  const [isShown, setShown] = createSignal(false);
  return (
    <TextField
      autocapitalize="none"
      spellcheck={false}
      {...props}
      type={isShown() ? "text" : "password"}
      suffix={
        <IconButton
          label={
            isShown()
              ? texts().passwordField.hidePassword
              : texts().passwordField.showPassword
          }
          size="sm"
          onClick={() => setShown(!isShown())}
        >
          <Show when={isShown()} fallback={<Eye size={16} />}>
            <EyeOff size={16} />
          </Show>
        </IconButton>
      }
    />
  );
}
