import { expect, test } from "bun:test";
import { createRoot, createSignal } from "solid-js";
import { createSelection } from "./selection.ts";

const row = (id: string) => ({ id });
const idOf = ({ id }: { id: string }) => id;

function selectionOf(...ids: string[]) {
  return createRoot(() => {
    const [rows, setRows] = createSignal(ids.map(row));
    return { selection: createSelection(rows, idOf, idOf), setRows };
  });
}

test("a row can be selected and deselected", () => {
  const { selection } = selectionOf("a", "b");
  selection.toggle(row("a"));
  expect(selection.rows()).toEqual([row("a")]);
  expect(selection.all()).toBe(false);
  selection.toggle(row("a"));
  expect(selection.rows()).toEqual([]);
});

test("all rows can be selected and deselected at once", () => {
  const { selection } = selectionOf("a", "b");
  selection.toggleAll();
  expect(selection.all()).toBe(true);
  selection.toggleAll();
  expect(selection.rows()).toEqual([]);
});

test("rows that left the list do not count", () => {
  const { selection, setRows } = selectionOf("a", "b");
  selection.toggleAll();
  setRows([row("b")]);
  expect(selection.rows()).toEqual([row("b")]);
});
