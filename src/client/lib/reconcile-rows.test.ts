import { expect, test } from "bun:test";
import { createRoot } from "solid-js";
import { createStore, unwrap } from "solid-js/store";
import { keeping } from "./reconcile-rows.ts";

interface Page {
  items: { id: string; name: string }[];
}

/** A store that is updated in the same way as the stores of Solid Query. */
function createShown(first: Page) {
  return createRoot(() => {
    const [state, setState] = createStore<{ data?: Page }>({});
    const read = (page: Page) =>
      setState((before) => ({
        data: keeping("id")(unwrap(before).data, page),
      }));
    read(first);
    return { state, read };
  });
}

test("a row keeps its identity when it is read again", () => {
  const { state, read } = createShown({ items: [{ id: "a", name: "Old" }] });
  const row = state.data?.items[0];
  read({
    items: [
      { id: "b", name: "Added before it" },
      { id: "a", name: "New" },
    ],
  });
  expect(state.data?.items[1]).toBe(row);
  expect(row?.name).toBe("New");
});

test("a later read does not change earlier data", () => {
  const first = { items: [{ id: "a", name: "First" }] };
  const second = {
    items: [
      { id: "a", name: "First" },
      { id: "b", name: "Second" },
    ],
  };
  const { read } = createShown(first);
  read(second);
  read({
    items: [
      { id: "a", name: "Changed" },
      { id: "b", name: "Changed" },
    ],
  });
  expect(first.items[0]?.name).toBe("First");
  expect(second.items[1]?.name).toBe("Second");
});
