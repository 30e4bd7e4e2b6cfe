import { afterEach, expect, mock, test } from "bun:test";
import { cleanup, fireEvent, render, screen } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { RecoveryCodesDialog } from "./recovery-codes-dialog.tsx";

afterEach(cleanup);

const CODES = ["aaaa-bbbb-cccc-dddd", "eeee-ffff-gggg-hhhh"];

function renderDialog() {
  const [codes, setCodes] = createSignal<string[] | null>(CODES);
  const onClose = mock(() => setCodes(null));
  render(() => <RecoveryCodesDialog codes={codes()} onClose={onClose} />);
  return onClose;
}

const box = () => screen.getByRole("checkbox", { hidden: true });
const press = (name: string) =>
  fireEvent.click(screen.getByRole("button", { name, hidden: true }));

test("the dialog stays open until the codes are confirmed as saved", async () => {
  const onClose = renderDialog();
  await Bun.sleep(0);
  expect(
    screen
      .getAllByRole("listitem", { hidden: true })
      .map((li) => li.textContent),
  ).toEqual(expect.arrayContaining(CODES));
  press("Close");
  await Bun.sleep(0);
  expect(onClose).not.toHaveBeenCalled();
  expect(screen.getByRole("alert", { hidden: true }).textContent).toBe(
    "Save the codes first, then check this box.",
  );
  expect(document.activeElement === box()).toBe(true);
});

test("the dialog closes after the codes are confirmed as saved", async () => {
  const onClose = renderDialog();
  await Bun.sleep(0);
  fireEvent.click(box());
  press("Done");
  await Bun.sleep(0);
  expect(onClose).toHaveBeenCalledTimes(1);
});
