import { afterEach, expect, mock, test } from "bun:test";
import { cleanup, fireEvent, render, screen } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { CodeField } from "./code-field.tsx";
import { Form } from "./form.tsx";

afterEach(cleanup);

function renderField() {
  const [code, setCode] = createSignal("");
  const submit = mock(() => code());
  render(() => (
    <Form onSubmit={submit}>
      <CodeField label="Code" value={code()} onInput={setCode} />
    </Form>
  ));
  const field = screen.getByLabelText<HTMLInputElement>("Code");
  const type = (value: string) => fireEvent.input(field, { target: { value } });
  return { field, type, submit };
}

test("six digits submit the form, five do not", () => {
  const { field, type, submit } = renderField();
  type("12345");
  expect(submit).not.toHaveBeenCalled();
  type("123456");
  expect(field.value).toBe("123456");
  expect(submit).toHaveReturnedWith("123456");
  expect(submit).toHaveBeenCalledTimes(1);
});

test("a pasted code can be written in groups", () => {
  const { field, type, submit } = renderField();
  type(" 123 - 456\n");
  expect(field.value).toBe("123456");
  expect(submit).toHaveReturnedWith("123456");
});

test("other characters are removed and submit nothing", () => {
  const { field, type, submit } = renderField();
  type("12a");
  expect(field.value).toBe("12");
  type("12b");
  expect(field.value).toBe("12");
  expect(submit).not.toHaveBeenCalled();
});

test("a letter after a complete code does not submit it again", () => {
  const { type, submit } = renderField();
  type("123456");
  type("123456x");
  expect(submit).toHaveBeenCalledTimes(1);
});
