import { Show } from "solid-js";
import { Section } from "#client/ui/section.tsx";
import { texts } from "../texts.ts";
import type { Attention } from "../use-dashboard.ts";
import {
  PaymentRow,
  ReadOnlyRow,
  SeatsRow,
  TrialRow,
} from "./billing-rows.tsx";
import { DomainRows } from "./domain-rows.tsx";
import { InvitationRows } from "./invitation-rows.tsx";
import { AccountRows, KeyRows } from "./program-rows.tsx";
import { InactiveRow, RequestsRow, UnusedRoleRows } from "./people-rows.tsx";
import { TransferRow } from "./transfer-row.tsx";
import { TwoFactorRow } from "./two-factor-row.tsx";

/** Lists what waits for the user, the most urgent first, each with its action. Hidden if there is nothing. */
export function AttentionList(props: { attention: Attention }) {
  const isEmpty = () =>
    Object.values(props.attention).every((fact) => fact === null);
  return (
    <Show when={!isEmpty()}>
      <Section title={texts().attention.title} flush>
        <ul class="divide-y divide-line">
          <Show when={props.attention.transfer}>
            {(transfer) => <TransferRow transfer={transfer()} />}
          </Show>
          <Show when={props.attention.requests}>
            {(requests) => <RequestsRow requests={requests()} />}
          </Show>
          <Show when={props.attention.payment}>
            {(payment) => <PaymentRow payment={payment()} />}
          </Show>
          <Show when={props.attention.readOnly}>
            {(readOnly) => <ReadOnlyRow readOnly={readOnly()} />}
          </Show>
          <Show when={props.attention.twoFactor}>
            {(twoFactor) => <TwoFactorRow twoFactor={twoFactor()} />}
          </Show>
          <Show when={props.attention.trial}>
            {(trial) => <TrialRow trial={trial()} />}
          </Show>
          <Show when={props.attention.domains}>
            {(domains) => <DomainRows domains={domains()} />}
          </Show>
          <Show when={props.attention.keys}>
            {(keys) => <KeyRows keys={keys()} />}
          </Show>
          <Show when={props.attention.serviceAccounts}>
            {(accounts) => <AccountRows accounts={accounts()} />}
          </Show>
          <Show when={props.attention.seats}>
            {(seats) => <SeatsRow seats={seats()} />}
          </Show>
          <Show when={props.attention.invitations}>
            {(invitations) => <InvitationRows invitations={invitations()} />}
          </Show>
          <Show when={props.attention.inactive}>
            {(inactive) => <InactiveRow inactive={inactive()} />}
          </Show>
          <Show when={props.attention.roles}>
            {(roles) => <UnusedRoleRows roles={roles()} />}
          </Show>
        </ul>
      </Section>
    </Show>
  );
}
