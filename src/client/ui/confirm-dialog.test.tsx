import { afterEach, expect, mock, test } from "bun:test";
import { cleanup, fireEvent, render, screen } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { PageRefusal } from "#client/lib/problem.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";

afterEach(cleanup);

function renderDialog(onConfirm: () => unknown, typeToConfirm?: string) {
  const [isOpen, setOpen] = createSignal(true);
  render(() => (
    <ConfirmDialog
      open={isOpen()}
      onClose={() => setOpen(false)}
      title="Delete Acme?"
      confirmLabel="Delete"
      tone="danger"
      typeToConfirm={typeToConfirm}
      onConfirm={onConfirm}
    />
  ));
  return {
    isOpen,
    confirm: () =>
      fireEvent.submit(screen.getByText("Delete").closest("form") as Element),
  };
}

test("the action is blocked until the word is typed", async () => {
  const remove = mock();
  const { confirm, isOpen } = renderDialog(remove, "acme");
  confirm();
  await Bun.sleep(0);
  expect(remove).not.toHaveBeenCalled();

  fireEvent.input(screen.getByLabelText("Type acme to confirm"), {
    target: { value: "acme" },
  });
  confirm();
  await Bun.sleep(0);
  expect(remove).toHaveBeenCalledTimes(1);
  expect(isOpen()).toBe(false);
});

test("a failed action keeps the dialog open and shows why", async () => {
  const { confirm, isOpen } = renderDialog(() => {
    throw new PageRefusal("Hand over first: you are the last admin.");
  });
  confirm();
  await Bun.sleep(0);
  expect(isOpen()).toBe(true);
  expect(screen.getByRole("alert").textContent).toBe(
    "Hand over first: you are the last admin.",
  );
});

test("confirming twice acts once", async () => {
  const work = Promise.withResolvers<void>();
  const remove = mock(() => work.promise);
  const { confirm } = renderDialog(remove);
  confirm();
  confirm();
  work.resolve();
  await Bun.sleep(0);
  expect(remove).toHaveBeenCalledTimes(1);
});
