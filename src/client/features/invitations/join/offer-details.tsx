import { type JSX, Show } from "solid-js";
import { roleNameOf, roleSummary } from "#client/session/role-label.ts";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { texts } from "./texts.ts";

/** The organization and the role that an invitation or an invitation link offers. */
export interface Offer {
  organization: { name: string; logoUrl: string | null };
  invitedBy: string;
  role: string;
  roleName: string;
  expiresAt: string;
  requiresTwoFactor: boolean;
  /** The invited address. */
  email?: string;
  /** What the inviter wrote to the invited person. */
  message?: string | null;
  /** Only addresses at these domains can use the invitation link. If the list is empty, any address can. */
  domains?: readonly string[];
}

export function OfferDetails(props: { offer: Offer }) {
  const emails = () => {
    const { email, domains } = props.offer;
    return email ?? (domains?.length ? texts().domains(domains) : undefined);
  };
  return (
    <dl class="mb-6 divide-y divide-line rounded-lg border border-line bg-canvas text-sm">
      <Row term={texts().role}>
        <span class="font-medium">{roleNameOf(props.offer)}</span>
        <span class="block text-muted">{roleSummary(props.offer.role)}</span>
      </Row>
      <Show when={emails()}>
        {(text) => (
          <Row term={texts().email}>
            <span class="break-all">{text()}</span>
          </Row>
        )}
      </Show>
      <Row term={texts().expires}>
        <RelativeTime value={props.offer.expiresAt} />
      </Row>
      <Show when={props.offer.requiresTwoFactor}>
        <Row term={texts().signInRow}>
          <span class="font-medium">{texts().twoFactor}</span>
          <span class="block text-muted">{texts().twoFactorText}</span>
        </Row>
      </Show>
    </dl>
  );
}

function Row(props: { term: string; children: JSX.Element }) {
  return (
    <div class="flex gap-4 px-3.5 py-2.5">
      <dt class="w-20 shrink-0 text-muted">{props.term}</dt>
      <dd class="min-w-0">{props.children}</dd>
    </div>
  );
}
