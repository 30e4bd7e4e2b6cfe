import { afterEach, describe, expect, test } from "bun:test";
import { cleanup, fireEvent, render, screen } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import {
  isEmailAddress,
  mergeAddresses,
  splitAddresses,
} from "./email-addresses.ts";
import { EmailTagsField } from "./email-tags-field.tsx";

afterEach(cleanup);

function renderField(initial: string[] = []) {
  const [addresses, setAddresses] = createSignal(initial);
  render(() => (
    <EmailTagsField
      label="E-mail addresses"
      value={addresses()}
      onChange={setAddresses}
    />
  ));
  return { addresses, input: screen.getByLabelText("E-mail addresses") };
}

function paste(target: Element, text: string) {
  const event = new Event("paste", { bubbles: true, cancelable: true });
  Object.defineProperty(event, "clipboardData", {
    value: { getData: () => text },
  });
  fireEvent(target, event);
}

test("a pasted list becomes tags, each address once", () => {
  const { addresses, input } = renderField(["ada@example.com"]);
  paste(
    input,
    "Ada Lovelace <ADA@example.com>, grace@example.com\nalan@example.com",
  );
  expect(addresses()).toEqual([
    "ada@example.com",
    "grace@example.com",
    "alan@example.com",
  ]);
});

test("what is no address is kept, marked and explained", async () => {
  const { addresses, input } = renderField();
  paste(input, "grace@example.com; grace@");
  await Bun.sleep(0);
  expect(addresses()).toEqual(["grace@example.com", "grace@"]);
  expect(
    screen.getAllByRole("img", { name: "Not an e-mail address:" }),
  ).toHaveLength(1);
  expect(screen.getByText(/“grace@” is not an e-mail address/)).toBeTruthy();
});

test("nothing is marked while every address is good", () => {
  renderField(["ada@example.com"]);
  expect(screen.queryByRole("img")).toBeNull();
});

test("a tag can be removed by its button", async () => {
  const { addresses } = renderField(["ada@example.com", "alan@example.com"]);
  fireEvent.click(
    screen.getByRole("button", { name: "Remove ada@example.com" }),
  );
  await Bun.sleep(0);
  expect(addresses()).toEqual(["alan@example.com"]);
});

describe("addresses", () => {
  test.each([
    ["ada@example.com", true],
    ["ada.king+team@sub.example.co", true],
    ["ada@example", false],
    ["ada@@example.com", false],
    ["ada example.com", false],
    ["@example.com", false],
    ["", false],
  ])("%p is an address: %p", (text, expected) => {
    expect(isEmailAddress(text)).toBe(expected);
  });

  test("a list is split at lines, commas, semicolons and spaces", () => {
    expect(splitAddresses("a@x.io b@x.io,\n c@x.io;;\t<d@x.io>")).toEqual([
      "a@x.io",
      "b@x.io",
      "c@x.io",
      "d@x.io",
    ]);
  });

  test("case does not make an address new", () => {
    expect(mergeAddresses(["A@x.io"], ["a@X.io", "b@x.io"])).toEqual([
      "A@x.io",
      "b@x.io",
    ]);
  });
});
