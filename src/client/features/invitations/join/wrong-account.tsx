import { createSignOut } from "#client/session/sign-out.ts";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { texts } from "./texts.ts";

/** Shown to a user whose address is not the invited address. */
export function WrongAccount(props: {
  invited: string;
  inviter: string;
  signedIn: string;
  onUserChange: () => void;
}) {
  const signOut = createSignOut();
  const change = async () => {
    await signOut("/invite");
    props.onUserChange();
  };
  return (
    <div class="flex flex-col gap-3">
      <Callout tone="warning" title={texts().wrong.title}>
        <dl class="my-1.5 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
          <dt>{texts().wrong.invited}</dt>
          <dd class="font-medium break-all text-ink">{props.invited}</dd>
          <dt>{texts().wrong.signedIn}</dt>
          <dd class="font-medium break-all text-ink">{props.signedIn}</dd>
        </dl>
        <p>
          {texts().wrong.text(props.invited, props.inviter, props.signedIn)}
        </p>
      </Callout>
      <Button variant="primary" size="lg" onClick={change}>
        {texts().wrong.action}
      </Button>
      <LinkButton href="/" size="lg">
        {texts().wrong.stay}
      </LinkButton>
    </div>
  );
}
