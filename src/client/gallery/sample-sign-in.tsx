import { createSignal } from "solid-js";
import { AuthLayout } from "#client/layout/auth-layout.tsx";
import { Button } from "#client/ui/button.tsx";
import { Form } from "#client/ui/form.tsx";
import { PasswordField } from "#client/ui/password-field.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { wait } from "./samples.ts";

export function SampleSignIn() {
  const [email, setEmail] = createSignal("");
  const [password, setPassword] = createSignal("");
  return (
    <AuthLayout
      title="Sign in"
      description="Welcome back."
      footer={
        <>
          No account yet? <TextLink href="/">Sign up</TextLink>
        </>
      }
    >
      <Form onSubmit={() => wait(1000)} class="flex flex-col gap-4">
        <TextField
          label="Email address"
          type="email"
          autocomplete="username"
          size="lg"
          value={email()}
          onInput={setEmail}
        />
        <PasswordField
          label="Password"
          autocomplete="current-password"
          size="lg"
          value={password()}
          onInput={setPassword}
        />
        <Button type="submit" variant="primary" size="lg">
          Sign in
        </Button>
      </Form>
    </AuthLayout>
  );
}
