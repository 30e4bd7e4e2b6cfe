import { afterEach, expect, mock, test } from "bun:test";
import { cleanup, fireEvent, render, screen } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { ErrorSummary } from "./error-summary.tsx";
import { PasswordField } from "./password-field.tsx";
import { TextField } from "./text-field.tsx";

afterEach(cleanup);

/** Returns the texts to which `aria-describedby` refers. */
function descriptionOf(element: Element): string {
  const ids = element.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent).join(" ");
}

test("hint and error describe their control", async () => {
  const [error, setError] = createSignal<string>();
  render(() => (
    <TextField
      label="Slug"
      hint="Part of the address."
      error={error()}
      value="acme"
    />
  ));
  const input = screen.getByLabelText("Slug");
  await Bun.sleep(0);
  expect(descriptionOf(input)).toBe("Part of the address.");
  expect(input.getAttribute("aria-invalid")).not.toBe("true");

  setError("This slug is taken.");
  await Bun.sleep(0);
  expect(input.getAttribute("aria-invalid")).toBe("true");
  expect(descriptionOf(input)).toContain("This slug is taken.");
  expect(descriptionOf(input)).toContain("Part of the address.");
});

test("attributes for password managers reach the input", () => {
  render(() => (
    <PasswordField
      label="Password"
      autocomplete="current-password"
      name="password"
      value=""
    />
  ));
  const input = screen.getByLabelText("Password");
  expect(input.getAttribute("autocomplete")).toBe("current-password");
  expect(input.getAttribute("name")).toBe("password");
  expect(input.getAttribute("type")).toBe("password");
});

test("a password can be shown and hidden again, and keeps what was typed", () => {
  const typed = mock();
  render(() => (
    <PasswordField
      label="Password"
      autocomplete="new-password"
      value="secret"
      onInput={typed}
    />
  ));
  const input = screen.getByLabelText("Password");
  fireEvent.click(screen.getByRole("button", { name: "Show password" }));
  expect(input.getAttribute("type")).toBe("text");
  expect((input as HTMLInputElement).value).toBe("secret");
  fireEvent.click(screen.getByRole("button", { name: "Hide password" }));
  expect(input.getAttribute("type")).toBe("password");

  fireEvent.input(input, { target: { value: "secret!" } });
  expect(typed).toHaveBeenCalledWith("secret!");
});

test("an error summary takes the focus and links to the field", async () => {
  const [problems, setProblems] = createSignal<
    { id: string; message: string }[]
  >([]);
  render(() => (
    <>
      <ErrorSummary problems={problems()} requestId="req_01" />
      <TextField id="org-name" label="Name" value="" />
    </>
  ));
  expect(screen.queryByRole("alert")).toBeNull();

  setProblems([{ id: "org-name", message: "Give it a name." }]);
  await Bun.sleep(0);
  expect(document.activeElement === screen.getByRole("alert")).toBe(true);
  expect(screen.getByRole("alert").textContent).toContain("req_01");

  fireEvent.click(screen.getByRole("button", { name: "Give it a name." }));
  expect(document.activeElement === screen.getByLabelText("Name")).toBe(true);
});
