import { useNavigate } from "@solidjs/router";
import { Show } from "solid-js";
import { reasonOf } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { createInvitationLinkToken } from "#client/session/join-tokens.ts";
import { JoinButtons } from "./join-buttons.tsx";
import { JoinPage } from "./join-page.tsx";
import { SignUpToJoin } from "./sign-up-to-join.tsx";
import { texts } from "./texts.ts";

/** The page that opens from an invitation link. */
export default function LinkPage() {
  const token = createInvitationLinkToken();
  const navigate = useNavigate();
  const preview = api.links.preview.useMutation(() => ({
    meta: { showsErrors: true },
    onError: (error) => {
      if (reasonOf(error) === "INVITATION_INVALID") token.forget();
    },
  }));
  const join = api.links.join.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const leave = () => {
    token.forget();
    navigate("/", { replace: true });
  };
  return (
    <JoinPage token={token} preview={preview} join={join.mutateAsync}>
      {(state) => (
        <Show
          when={state.user}
          fallback={<SignUpToJoin state={state} next="/join" />}
        >
          {(user) => (
            <JoinButtons
              hint={texts().signedInAs(user().email)}
              joinLabel={texts().join}
              onJoin={state.join}
              declineLabel={texts().notNow}
              onDecline={leave}
            />
          )}
        </Show>
      )}
    </JoinPage>
  );
}
