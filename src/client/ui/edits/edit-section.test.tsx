import { afterEach, expect, test } from "bun:test";
import { MemoryRouter, Route } from "@solidjs/router";
import {
  cleanup,
  fireEvent,
  render,
  screen,
  waitFor,
} from "@solidjs/testing-library";
import { createFormProblems } from "../form-problems.ts";
import { TextField } from "../text-field.tsx";
import { createEdits } from "./create-edits.ts";
import { EditSection } from "./edit-section.tsx";

afterEach(cleanup);

const saved: string[] = [];

function NamePage() {
  const problems = createFormProblems(["name"]);
  const version = (name: string, updatedAt: string) => ({
    fields: { name },
    updatedAt,
  });
  const edits = createEdits({
    latest: () => version("Acme", "2026-01-01T00:00:00.000Z"),
    read: async () => version("Acme", "2026-01-01T00:00:00.000Z"),
    save: async ({ name }) => {
      saved.push(name);
      return version(name, "2026-01-02T00:00:00.000Z");
    },
  });
  return (
    <EditSection
      title="Name"
      edits={edits}
      problems={problems}
      labels={{ name: "Name" }}
      readerId="usr_ana"
      saved="Name saved"
    >
      <TextField
        id={problems.id("name")}
        label="Name"
        value={edits.typed.name}
        onInput={(name) => edits.type({ name })}
      />
    </EditSection>
  );
}

async function open() {
  saved.length = 0;
  render(() => (
    <MemoryRouter>
      <Route path="/" component={NamePage} />
    </MemoryRouter>
  ));
  const field = await screen.findByRole<HTMLInputElement>("textbox");
  const type = (value: string) => fireEvent.input(field, { target: { value } });
  return { field, type };
}

const button = (name: string) => screen.getByRole("button", { name });

test("a form without changes cannot be saved or discarded", async () => {
  await open();
  fireEvent.click(button("Save"));

  expect(button("Save").getAttribute("aria-disabled")).toBe("true");
  expect(screen.queryByText("Discard")).toBeNull();
  expect(saved).toEqual([]);
});

test("changes are saved once, and the form has no changes afterwards", async () => {
  const { type } = await open();
  type("Globex");
  fireEvent.click(button("Save"));

  await waitFor(() => expect(saved).toEqual(["Globex"]));
  await waitFor(() => expect(screen.queryByText("Discard")).toBeNull());
});

test("discarding restores the saved value", async () => {
  const { type, field } = await open();
  type("Globex");
  fireEvent.click(button("Discard"));

  expect(field.value).toBe("Acme");
  expect(saved).toEqual([]);
});
