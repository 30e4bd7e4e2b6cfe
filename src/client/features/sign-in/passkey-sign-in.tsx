import KeyRound from "lucide-solid/icons/key-round";
import { createSignal } from "solid-js";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { askPasskey, type PasskeyAnswer } from "#client/session/passkey.ts";
import { Button } from "#client/ui/button.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { createPasskeyOffer } from "./passkey-offer.ts";
import { texts } from "./texts.ts";

type Answer = Awaited<ReturnType<typeof api.passkeys.signIn.mutate>>;

/** Signs the user in with a passkey, without a password. */
export function PasskeySignIn(props: { onSignedIn: (answer: Answer) => void }) {
  const [isBusy, setBusy] = createSignal(false);
  const problems = createFormProblems([]);
  const signIn = api.passkeys.signIn.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const signInWith = async (
    ask: () => PasskeyAnswer | Promise<PasskeyAnswer>,
  ) => {
    setBusy(true);
    const isSignedIn = await problems.attempt(async () =>
      props.onSignedIn(await signIn.mutateAsync({ response: await ask() })),
    );
    setBusy(false);
    if (!isSignedIn) offerAgain();
  };
  const offerAgain = createPasskeyOffer((answer) => signInWith(() => answer));

  return (
    <>
      <ErrorSummary title={texts().failed} problems={problems.general()} />
      <Button
        size="lg"
        icon={<KeyRound size={16} />}
        pending={isBusy()}
        onClick={() => signInWith(askPasskey)}
      >
        {texts().passkey.signIn}
      </Button>
    </>
  );
}
