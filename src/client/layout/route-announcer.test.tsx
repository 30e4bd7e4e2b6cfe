import { afterEach, expect, test } from "bun:test";
import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { cleanup, render, screen } from "@solidjs/testing-library";
import { type JSX, onMount } from "solid-js";
import { ABOVE_PAGE, RouteAnnouncer } from "./route-announcer.tsx";

afterEach(cleanup);

function SignUp() {
  let name: HTMLInputElement | undefined;
  onMount(() => name?.focus());
  return <input ref={(element) => (name = element)} aria-label="Name" />;
}

function Nested(props: { children?: JSX.Element }) {
  return <>{props.children}</>;
}

function renderAt(address: string) {
  const history = createMemoryHistory();
  history.set({ value: address });
  const Frame = (props: { children?: JSX.Element }) => (
    <>
      <RouteAnnouncer />
      <main id="main" tabindex="-1">
        <input aria-label="Search" />
        {props.children}
      </main>
    </>
  );
  render(() => (
    <MemoryRouter root={Frame} history={history}>
      <Route path="/sign-up" component={SignUp} />
      <Route path="/people" component={Nested}>
        <Route path="/" />
        <Route path="/:id" info={ABOVE_PAGE} component={() => null} />
      </Route>
      <Route path="*" component={() => null} />
    </MemoryRouter>
  ));
  const search = screen.getByLabelText("Search");
  search.focus();
  return {
    search,
    async goTo(value: string) {
      history.set({ value });
      await Bun.sleep(20);
    },
  };
}

test("a new page receives the focus", async () => {
  const { goTo } = renderAt("/projects");
  await goTo("/settings");
  expect(document.activeElement?.id).toBe("main");
});

test("a field that a new page focuses keeps the focus", async () => {
  const { goTo } = renderAt("/sign-in");
  await goTo("/sign-up");
  expect(document.activeElement).toBe(screen.getByLabelText("Name"));
});

test("a change of the query keeps the focus", async () => {
  const { goTo, search } = renderAt("/projects");
  await goTo("/projects?q=web");
  expect(document.activeElement).toBe(search);
  await goTo("/projects?q=web&status=all");
  expect(document.activeElement).toBe(search);
});

test("a route above the page leaves the focus where it is", async () => {
  const { goTo, search } = renderAt("/people");
  await goTo("/people/ana");
  expect(document.activeElement).toBe(search);
  await goTo("/people");
  expect(document.activeElement).toBe(search);
  await goTo("/projects");
  expect(document.activeElement?.id).toBe("main");
});
