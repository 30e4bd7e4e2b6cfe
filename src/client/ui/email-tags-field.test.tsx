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
      label="Email addresses"
      value={addresses()}
      onChange={setAddresses}
    />
  ));
  return { addresses, input: screen.getByLabelText("Email addresses") };
}

function paste(target: Element, text: string) {
  const event = new Event("paste", { bubbles: true, cancelable: true });
  Object.defineProperty(event, "clipboardData", {
    value: { getData: () => text },
  });
  fireEvent(target, event);
}

test("a pasted list becomes tags without duplicates", () => {
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

test("an invalid entry is kept, marked and explained", async () => {
  const { addresses, input } = renderField();
  paste(input, "grace@example.com; grace@");
  await Bun.sleep(0);
  expect(addresses()).toEqual(["grace@example.com", "grace@"]);
  expect(
    screen.getAllByRole("img", { name: "Not an email address:" }),
  ).toHaveLength(1);
  expect(screen.getByText(/“grace@” isn’t an email address/)).toBeTruthy();
});

test("typing a separator finishes the addresses before it", () => {
  const { addresses, input } = renderField();
  fireEvent.input(input, { target: { value: "ada@example.com, grace" } });
  expect(addresses()).toEqual(["ada@example.com"]);
  expect((input as HTMLInputElement).value.trim()).toBe("grace");
});

test("typed text becomes a tag when the field loses the focus", () => {
  const { addresses, input } = renderField(["ada@example.com"]);
  fireEvent.input(input, { target: { value: "grace@example.com" } });
  expect(addresses()).toEqual(["ada@example.com"]);
  fireEvent.focusOut(input);
  expect(addresses()).toEqual(["ada@example.com", "grace@example.com"]);
  expect((input as HTMLInputElement).value).toBe("");
});

test("valid addresses are not marked", () => {
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
  ])("%p is an email address: %p", (text, expected) => {
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

  test("emails that differ only in case are merged", () => {
    expect(mergeAddresses(["A@x.io"], ["a@X.io", "b@x.io"])).toEqual([
      "A@x.io",
      "b@x.io",
    ]);
  });
});
