import { afterEach, beforeEach, expect, test } from "bun:test";
import { MemoryRouter, createMemoryHistory, Route } from "@solidjs/router";
import { cleanup, render, screen, waitFor } from "@solidjs/testing-library";
import { createHashToken, tokenOf } from "./hash-token.ts";
import { createInvitationToken } from "./join-tokens.ts";

afterEach(cleanup);
beforeEach(() => sessionStorage.clear());

test.each([
  ["#token=abc_-1", "abc_-1"],
  ["#utm=x&token=abc", "abc"],
  ["#token=", undefined],
  ["#other=abc", undefined],
  ["", undefined],
])("the token of %j is %p", (hash, token) => {
  expect(tokenOf(hash)).toBe(token);
});

function Verify() {
  const token = createHashToken();
  return <p>Token: {token() ?? "none"}</p>;
}

function Invite() {
  const { token, forget } = createInvitationToken();
  return (
    <p>
      Token: {token() ?? "none"}
      <button type="button" onClick={() => forget()}>
        Forget
      </button>
    </p>
  );
}

function open(url: string, page: typeof Verify) {
  const history = createMemoryHistory();
  history.set({ value: url, replace: true });
  render(() => (
    <MemoryRouter history={history}>
      <Route path="/link" component={page} />
    </MemoryRouter>
  ));
  return history;
}

test("the token is removed from the URL, and the query stays", async () => {
  const history = open("/link?lang=de#token=secret", Verify);
  expect(await screen.findByText("Token: secret")).toBeTruthy();
  await waitFor(() => expect(history.get()).toBe("/link?lang=de"));
});

test("another link opened in the same tab replaces the token", async () => {
  const history = open("/link#token=first", Verify);
  await screen.findByText("Token: first");
  await waitFor(() => expect(history.get()).toBe("/link"));
  history.set({ value: "/link#token=second" });
  expect(await screen.findByText("Token: second")).toBeTruthy();
  await waitFor(() => expect(history.get()).toBe("/link"));
});

test("a stored invitation token survives a visit to another page, until it is forgotten", async () => {
  open("/link#token=invited", Invite);
  await screen.findByText(/Token: invited/);
  cleanup();
  open("/link", Invite);
  expect(await screen.findByText(/Token: invited/)).toBeTruthy();
  screen.getByText("Forget").click();
  expect(screen.getByText(/Token: invited/)).toBeTruthy();
  cleanup();
  open("/link", Invite);
  expect(await screen.findByText(/Token: none/)).toBeTruthy();
});
