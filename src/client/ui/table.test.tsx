import { afterEach, expect, mock, test } from "bun:test";
import { cleanup, fireEvent, render, screen } from "@solidjs/testing-library";
import { Table } from "./table.tsx";

afterEach(cleanup);

test("a table says its roles, so that it stays one when shown as cards", () => {
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

test("a sortable column tells its direction and can be turned", () => {
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
