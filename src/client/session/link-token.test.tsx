import { afterEach, beforeEach, expect, test } from "bun:test";
import { MemoryRouter, createMemoryHistory, Route } from "@solidjs/router";
import { cleanup, render, screen, waitFor } from "@solidjs/testing-library";
import { createInvitationToken } from "./invitation-token.ts";
import { createLinkToken, tokenOf } from "./link-token.ts";

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
  const token = createLinkToken();
  return <p>Token: {token() ?? "none"}</p>;
}

function Invite() {
  const invitation = createInvitationToken();
  return (
    <p>
      Token: {invitation.token() ?? "none"}
      <button
        type="button"
        onClick={() => invitation.keep(invitation.token() ?? "")}
      >
        Keep
      </button>
      <button type="button" onClick={() => invitation.forget()}>
        Forget
      </button>
    </p>
  );
}

function open(address: string, page: typeof Verify) {
  const history = createMemoryHistory();
  history.set({ value: address, replace: true });
  render(() => (
    <MemoryRouter history={history}>
      <Route path="/link" component={page} />
    </MemoryRouter>
  ));
  return history;
}

test("the token is taken out of the address, what else stands there is kept", async () => {
  const history = open("/link?lang=de#token=secret", Verify);
  expect(await screen.findByText("Token: secret")).toBeTruthy();
  await waitFor(() => expect(history.get()).toBe("/link?lang=de"));
});

test("another link opened in the same tab goes on with its token", async () => {
  const history = open("/link#token=first", Verify);
  await screen.findByText("Token: first");
  await waitFor(() => expect(history.get()).toBe("/link"));
  history.set({ value: "/link#token=second" });
  expect(await screen.findByText("Token: second")).toBeTruthy();
  await waitFor(() => expect(history.get()).toBe("/link"));
});

test("an invitation in hand outlives the way to sign-in and back, until it is answered", async () => {
  open("/link#token=invited", Invite);
  (await screen.findByText("Keep")).click();
  cleanup();
  open("/link", Invite);
  expect(await screen.findByText(/Token: invited/)).toBeTruthy();
  screen.getByText("Forget").click();
  expect(screen.getByText(/Token: invited/)).toBeTruthy();
  cleanup();
  open("/link", Invite);
  expect(await screen.findByText(/Token: none/)).toBeTruthy();
});
