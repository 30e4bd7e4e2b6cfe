import { afterEach, expect, mock, test } from "bun:test";
import { cleanup, fireEvent, render, screen } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { createSelection } from "./selection.ts";
import { Table } from "./table.tsx";

afterEach(cleanup);

test("a table has explicit roles, so that it stays a table when shown as cards", () => {
  render(() => (
    <Table
      caption="Members"
      rows={[{ name: "Ada", role: "Admin" }]}
      columns={[
        { id: "name", header: "Name", cell: (row) => row.name },
        { id: "role", header: "Role", cell: (row) => row.role },
      ]}
    />
  ));
  expect(screen.getByRole("table").getAttribute("role")).toBe("table");
  expect(screen.getByRole("rowheader").textContent).toBe("Ada");
  expect(screen.getByRole("cell").textContent).toContain("Admin");
});

test("a sortable column shows its direction and can be reversed", () => {
  const onToggle = mock();
  render(() => (
    <Table
      caption="Projects"
      rows={[]}
      columns={[
        {
          id: "name",
          header: "Name",
          cell: () => "",
          sort: { direction: "ascending", onToggle },
        },
      ]}
    />
  ));
  expect(screen.getByRole("columnheader").getAttribute("aria-sort")).toBe(
    "ascending",
  );
  fireEvent.click(screen.getByRole("button", { name: "Name" }));
  expect(onToggle).toHaveBeenCalledTimes(1);
});

const NAMES = [
  {
    id: "name",
    header: "Name",
    cell: (row: { id: string }) => <a href={`/${row.id}`}>{row.id}</a>,
  },
];

test("rows can be selected one by one or all at once", () => {
  const rows = [{ id: "web" }, { id: "app" }];
  const Selectable = () => {
    const selection = createSelection(
      () => rows,
      ({ id }) => `Select ${id}`,
      ({ id }) => id,
    );
    return (
      <>
        <output>
          {selection
            .rows()
            .map(({ id }) => id)
            .join()}
        </output>
        <Table
          caption="Projects"
          columns={NAMES}
          rows={rows}
          selection={selection}
        />
      </>
    );
  };
  render(() => <Selectable />);
  const ticked = () => screen.getByRole("status").textContent;
  fireEvent.click(screen.getByLabelText("Select app"));
  expect(ticked()).toBe("app");
  fireEvent.click(screen.getByLabelText("Select all"));
  expect(ticked()).toBe("web,app");
  fireEvent.click(screen.getByLabelText("Select all"));
  expect(ticked()).toBe("");
});

test("the focus moves to the next row when a row is removed", async () => {
  const [rows, setRows] = createSignal([{ id: "web" }, { id: "app" }]);
  render(() => <Table caption="Projects" columns={NAMES} rows={rows()} />);
  screen.getByRole("link", { name: "web" }).focus();
  setRows((before) => before.slice(1));
  await Bun.sleep(5);
  expect(document.activeElement).toBe(
    screen.getByRole("link", { name: "app" }),
  );
});
