import { afterEach, describe, expect, mock, test } from "bun:test";
import { cleanup, fireEvent, render, screen } from "@solidjs/testing-library";
import { matching, type OrganizationChoice, recentFirst } from "./choice.ts";
import { OrganizationSwitcher } from "./organization-switcher.tsx";

afterEach(cleanup);

const choice = (slug: string): OrganizationChoice => ({
  slug,
  name: slug.toUpperCase(),
  role: "Member",
});
const named = (...slugs: string[]) => slugs.map(choice);

function renderSwitcher(organizations: OrganizationChoice[]) {
  const onSelect = mock();
  render(() => (
    <OrganizationSwitcher
      current={organizations[0]}
      organizations={organizations}
      onSelect={onSelect}
      onCreate={mock()}
    />
  ));
  fireEvent.click(screen.getByRole("button", { name: /Current organization/ }));
  return onSelect;
}

test("the search field appears from seven organizations on", async () => {
  renderSwitcher(named("a", "b", "c", "d", "e", "f"));
  await Bun.sleep(0);
  expect(screen.getAllByRole("option")).toHaveLength(6);
  expect(screen.queryByLabelText("Find an organization")).toBeNull();
  cleanup();

  renderSwitcher(named("a", "b", "c", "d", "e", "f", "g"));
  await Bun.sleep(0);
  fireEvent.input(screen.getByLabelText("Find an organization"), {
    target: { value: "G" },
  });
  expect(
    screen.getAllByRole("option").map((option) => option.textContent),
  ).toEqual(["GMember"]);
});

test("choosing another organization opens it, choosing the current one closes the switcher", async () => {
  const onSelect = renderSwitcher(named("acme", "globex"));
  await Bun.sleep(0);
  fireEvent.click(screen.getByRole("option", { name: /GLOBEX/ }));
  await Bun.sleep(0);
  expect(onSelect).toHaveBeenCalledWith("globex");
  expect(onSelect).toHaveBeenCalledTimes(1);
});

describe("order", () => {
  test("recently visited organizations come first, the others by name", () => {
    const order = recentFirst(named("delta", "alpha", "charlie", "bravo"), [
      "charlie",
      "delta",
    ]);
    expect(order.map((entry) => entry.slug)).toEqual([
      "charlie",
      "delta",
      "alpha",
      "bravo",
    ]);
  });

  test("the search finds names and slugs, ignoring case", () => {
    expect(matching(named("acme", "globex"), " GLO ")).toEqual(named("globex"));
  });
});

test("a long list renders a part, and the search finds all", async () => {
  const slugs = Array.from({ length: 500 }, (_, n) => `org-${n}`);
  const onSelect = renderSwitcher(named(...slugs));
  await Bun.sleep(0);
  expect(screen.getAllByRole("option")).toHaveLength(50);
  screen.getByText(/^450 more\./);
  fireEvent.input(screen.getByLabelText("Find an organization"), {
    target: { value: "org-499" },
  });
  expect(screen.queryByText(/ more\./)).toBeNull();
  fireEvent.click(screen.getByRole("option", { name: /ORG-499/ }));
  await Bun.sleep(0);
  expect(onSelect).toHaveBeenCalledWith("org-499");
});
