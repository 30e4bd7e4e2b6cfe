import type { SelectOption } from "#client/ui/select.tsx";
import { texts as wordsTexts } from "./words/texts.ts";

/** The actions that the action filter of the audit log offers, grouped by feature. */
const ACTIONS: Record<Group, readonly Action[]> = {
  projects: ["projects.create", "projects.update", "projects.delete"],
  members: [
    "members.updateRole",
    "members.remove",
    "members.suspend",
    "members.reactivate",
    "members.updateMany",
    "transfers.offer",
    "transfers.accept",
    "transfers.decline",
    "transfers.cancel",
    "requests.create",
    "requests.withdraw",
    "requests.resolve",
    "account.delete",
  ],
  roles: ["roles.create", "roles.update", "roles.delete"],
  invitations: [
    "invitations.create",
    "invitations.resend",
    "invitations.copyLink",
    "invitations.updateMany",
    "invitations.revoke",
    "invitations.accept",
    "invitations.acceptReceived",
    "invitations.decline",
    "invitations.declineReceived",
  ],
  links: ["links.create", "links.revoke", "links.join"],
  domains: [
    "domains.add",
    "domains.verify",
    "domains.update",
    "domains.remove",
    "domains.lapse",
    "domains.join",
    "auth.verifyEmail",
    "auth.choosePassword",
    "auth.signIn",
  ],
  apiKeys: [
    "apiKeys.create",
    "apiKeys.update",
    "apiKeys.rotate",
    "apiKeys.revoke",
    "apiKeys.revokeSelf",
    "serviceAccounts.create",
    "serviceAccounts.update",
    "serviceAccounts.delete",
    "serviceAccounts.createKey",
  ],
  billing: [
    "billing.checkout",
    "billing.startTrial",
    "billing.change",
    "billing.cancel",
    "billing.resume",
    "billing.refresh",
    "billing.synchronize",
    "billing.adopt",
    "billing.chooseSeats",
  ],
  organization: [
    "organizations.create",
    "organizations.update",
    "organizations.setLogo",
    "organizations.removeLogo",
    "organizations.requireTwoFactor",
    "audit.adjustPeriod",
    "organizations.delete",
    "organizations.restore",
  ],
};

type Action = keyof ReturnType<typeof wordsTexts>["actions"];
type Group = Exclude<keyof ReturnType<typeof wordsTexts>["groups"], "other">;

function options(): readonly SelectOption[] {
  return (Object.keys(ACTIONS) as Group[]).flatMap((group) =>
    ACTIONS[group].map((value) => ({
      value,
      label: wordsTexts().actions[value],
      group: wordsTexts().groups[group],
    })),
  );
}

/** Returns the options of the action filter. Selected actions that are not in the list become options, too. */
export function actionOptions(
  selected: readonly string[],
): readonly SelectOption[] {
  const known = options();
  const others = selected
    .filter((action) => known.every(({ value }) => value !== action))
    .map((action) => ({
      value: action,
      label: action,
      group: wordsTexts().groups.other,
    }));
  return [...known, ...others];
}

export function actionLabel(action: string): string {
  return options().find(({ value }) => value === action)?.label ?? action;
}
