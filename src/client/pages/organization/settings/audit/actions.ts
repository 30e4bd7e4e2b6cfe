import type { SelectOption } from "../../../../ui/select.tsx";

/** What the log tells of, as it is offered to choose from, by feature. */
const ACTIONS: Record<string, Record<string, string>> = {
  Projects: {
    "projects.create": "Project created",
    "projects.update": "Project changed",
    "projects.delete": "Project deleted",
  },
  Members: {
    "members.updateRole": "Role changed",
    "members.remove": "Member removed or left",
    "members.suspend": "Member suspended",
    "members.reactivate": "Member let in again",
    "members.updateMany": "Several members changed at once",
    "transfers.offer": "Admin role offered",
    "transfers.accept": "Admin role handed over",
    "transfers.decline": "Admin role declined",
    "transfers.cancel": "Offer of the admin role taken back",
    "account.delete": "Account deleted",
  },
  Roles: {
    "roles.create": "Role made",
    "roles.update": "Role edited",
    "roles.delete": "Role deleted",
  },
  Invitations: {
    "invitations.create": "Invitation sent",
    "invitations.resend": "Invitation sent again",
    "invitations.revoke": "Invitation revoked",
    "invitations.accept": "Invitation accepted by link",
    "invitations.acceptReceived": "Invitation accepted in the account",
    "invitations.decline": "Invitation declined by link",
    "invitations.declineReceived": "Invitation declined in the account",
  },
  "Invitation links": {
    "links.create": "Link made",
    "links.revoke": "Link taken back",
    "links.join": "Joined by a link",
  },
  Domains: {
    "domains.add": "Domain added",
    "domains.verify": "Domain verified",
    "domains.update": "Joining by domain changed",
    "domains.remove": "Domain removed",
    "domains.lapse": "Domain lapsed",
    "domains.join": "Joined by domain, with an account",
    "auth.verifyEmail": "Joined by domain, as a new person",
  },
  Billing: {
    "billing.checkout": "Payment begun",
    "billing.startTrial": "Trial begun",
    "billing.change": "Plan or seats changed",
    "billing.cancel": "Subscription cancelled",
    "billing.resume": "Cancellation taken back",
    "billing.refresh": "Payments looked up",
    "billing.synchronize": "Told by the payment service",
    "billing.chooseSeats": "Seats given",
  },
  Organization: {
    "organizations.create": "Organization created",
    "organizations.update": "Organization changed",
    "organizations.setLogo": "Logo changed",
    "organizations.removeLogo": "Logo removed",
    "organizations.requireTwoFactor": "Second factor required or not",
    "organizations.delete": "Organization deleted",
    "organizations.restore": "Organization restored",
  },
};

const OPTIONS: readonly SelectOption[] = Object.entries(ACTIONS).flatMap(
  ([group, actions]) =>
    Object.entries(actions).map(([value, label]) => ({ value, label, group })),
);

/** The actions to choose from, with the one that is chosen even if this program has no words for it. */
export function actionOptions(chosen: string): readonly SelectOption[] {
  const isKnown =
    chosen === "" || OPTIONS.some(({ value }) => value === chosen);
  return isKnown
    ? OPTIONS
    : [...OPTIONS, { value: chosen, label: chosen, group: "Other" }];
}

export function actionLabel(action: string): string {
  return OPTIONS.find(({ value }) => value === action)?.label ?? action;
}
