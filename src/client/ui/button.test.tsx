import { afterEach, expect, mock, test } from "bun:test";
import { cleanup, fireEvent, render, screen } from "@solidjs/testing-library";
import { Button } from "./button.tsx";
import { Form } from "./form.tsx";

afterEach(cleanup);

test("a pending button cannot be pressed again", async () => {
  const work = Promise.withResolvers<void>();
  const save = mock(() => work.promise);
  render(() => <Button onClick={save}>Save</Button>);
  const button = screen.getByRole("button", { name: "Save" });

  fireEvent.click(button);
  fireEvent.click(button);
  expect(save).toHaveBeenCalledTimes(1);
  expect(button.getAttribute("aria-busy")).toBe("true");
  expect(button.hasAttribute("disabled")).toBe(false);

  work.resolve();
  await work.promise;
  await Bun.sleep(0);
  expect(button.getAttribute("aria-busy")).toBeNull();
  fireEvent.click(button);
  expect(save).toHaveBeenCalledTimes(2);
});

test("a button can be pressed again after a failed action", async () => {
  const save = mock(() => Promise.reject(new Error("refused")).catch(() => {}));
  render(() => <Button onClick={save}>Save</Button>);
  const button = screen.getByRole("button", { name: "Save" });

  fireEvent.click(button);
  await Bun.sleep(0);
  fireEvent.click(button);
  expect(save).toHaveBeenCalledTimes(2);
});

test("a blocked button shows its reason and does nothing", () => {
  const remove = mock();
  render(() => (
    <Button onClick={remove} blocked="You are the last admin.">
      Leave
    </Button>
  ));
  const button = screen.getByRole("button", { name: "Leave" });

  fireEvent.click(button);
  expect(remove).not.toHaveBeenCalled();
  expect(button.getAttribute("aria-disabled")).toBe("true");
  expect(button.getAttribute("aria-description")).toBe(
    "You are the last admin.",
  );
});

test("a form is submitted once, however often Enter is pressed", async () => {
  const work = Promise.withResolvers<void>();
  const submit = mock(() => work.promise);
  render(() => (
    <Form onSubmit={submit}>
      <Button type="submit">Create</Button>
    </Form>
  ));
  const button = screen.getByRole("button", { name: "Create" });

  fireEvent.submit(button.closest("form") ?? button);
  fireEvent.submit(button.closest("form") ?? button);
  expect(submit).toHaveBeenCalledTimes(1);
  expect(button.getAttribute("aria-busy")).toBe("true");

  work.resolve();
  await Bun.sleep(0);
  expect(button.getAttribute("aria-busy")).toBeNull();
});
