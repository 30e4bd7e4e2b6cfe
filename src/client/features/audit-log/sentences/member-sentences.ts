import {
  type AuditEvent,
  changeOf,
  type NameOf,
  rowOf,
  textIn,
} from "../event.ts";
import {
  aboutField,
  roleInSentence,
  type Sentence,
  sentences,
  type SimpleSentence,
} from "./sentence.ts";
import type { Part } from "./sentence-parts.ts";

const invitation = aboutField("invitations", "email");
const role = aboutField("roles", "name");
const domain = aboutField("domains", "domain");

/** Sentences for audit events about members, roles, invitations, links, domains, admin transfers and requests. */
export const MEMBER_SENTENCES: Record<string, Sentence> = {
  "members.updateRole": roleChanged,
  "members.remove": memberRemoved,
  "members.suspend": user("memberships", "userId", "suspended"),
  "members.reactivate": user("memberships", "userId", "reactivated"),
  "members.updateMany": manyChanged,
  "account.delete": () => sentences().accountDeleted(),
  "roles.create": role("roleCreated"),
  "roles.update": role("roleEdited"),
  "roles.delete": role("roleDeleted"),
  "invitations.create": invited,
  "invitations.resend": invitation("invitationResent"),
  "invitations.copyLink": invitation("invitationLinkCopied"),
  "invitations.updateMany": manyInvitationsChanged,
  "invitations.revoke": invitation("invitationRevoked"),
  "invitations.accept": joined("joined"),
  "invitations.acceptReceived": joined("joined"),
  "invitations.decline": invitation("invitationDeclined"),
  "invitations.declineReceived": invitation("invitationDeclined"),
  "links.create": linkCreated,
  "links.revoke": () => sentences().linkRevoked(),
  "links.join": joined("joinedByLink"),
  "domains.add": domain("domainAdded"),
  "domains.verify": domain("domainVerified"),
  "domains.update": domainUpdated,
  "domains.remove": domain("domainRemoved"),
  "domains.lapse": domain("domainLapsed"),
  "domains.join": joined("joinedByDomain"),
  "auth.verifyEmail": joined("joinedByDomain"),
  "auth.choosePassword": joined("joinedByDomain"),
  "auth.signIn": joined("joinedByDomain"),
  "auth.signUp": joined("joinedByDomain"),
  "linkedAccounts.complete": joined("joinedByDomain"),
  "transfers.offer": user("admin_transfers", "toUserId", "transferOffered"),
  "transfers.accept": user("admin_transfers", "fromUserId", "transferAccepted"),
  "transfers.decline": () => sentences().transferDeclined(),
  "transfers.cancel": user("admin_transfers", "toUserId", "transferCancelled"),
  "requests.create": requested,
  "requests.withdraw": () => sentences().requestWithdrawn(),
  "requests.resolve": answered,
};

function requested(event: AuditEvent): Part[] {
  const { after } = changeOf(event, "access_requests") ?? {};
  return textIn(after, "kind") === "seat"
    ? sentences().seatRequested()
    : sentences().roleRequested();
}

function answered(event: AuditEvent, nameOf: NameOf): Part[] | undefined {
  const { before } = changeOf(event, "access_requests") ?? {};
  const userId = textIn(before, "userId");
  if (!userId) return undefined;
  // Approving a request changes the membership too.
  return changeOf(event, "memberships")
    ? sentences().requestApproved(nameOf(userId))
    : sentences().requestDeclined(nameOf(userId));
}

/** Creates a sentence about the user whose id is in the given field of the changed row. */
function user(table: string, field: string, name: SimpleSentence): Sentence {
  return (event, nameOf) => {
    const change = changeOf(event, table);
    const userId = change && textIn(rowOf(change), field);
    return userId ? sentences()[name](nameOf(userId)) : undefined;
  };
}

function joined(name: SimpleSentence): Sentence {
  return (event, nameOf) => {
    const { after } = changeOf(event, "memberships") ?? {};
    const as = roleInSentence(textIn(after, "role"), nameOf);
    return as === "" ? undefined : sentences()[name](as);
  };
}

function roleChanged(event: AuditEvent, nameOf: NameOf): Part[] | undefined {
  const change = changeOf(event, "memberships");
  if (!change?.before || !change.after) return undefined;
  const was = roleInSentence(textIn(change.before, "role"), nameOf);
  const is = roleInSentence(textIn(change.after, "role"), nameOf);
  const userId = textIn(change.after, "userId");
  return userId === event.actor.id
    ? sentences().ownRoleChanged(was, is)
    : sentences().roleChanged(nameOf(userId), was, is);
}

function memberRemoved(event: AuditEvent, nameOf: NameOf): Part[] | undefined {
  const change = changeOf(event, "memberships");
  if (!change?.before) return undefined;
  const userId = textIn(change.before, "userId");
  return userId === event.actor.id
    ? sentences().left()
    : sentences().removed(nameOf(userId));
}

/** States only how many members a bulk change affected. The event's details name the members. */
function manyChanged({ changes }: AuditEvent): Part[] | undefined {
  const changed = changes.filter(({ table }) => table === "memberships");
  const [first] = changed;
  if (!first) return undefined;
  const count = changed.length;
  if (first.after === null) return sentences().removedMany(count);
  if (textIn(first.before, "role") !== textIn(first.after, "role"))
    return sentences().rolesChanged(count);
  return textIn(first.after, "suspendedAt") === ""
    ? sentences().reactivatedMany(count)
    : sentences().suspendedMany(count);
}

function manyInvitationsChanged({ changes }: AuditEvent): Part[] | undefined {
  const changed = changes.filter(({ table }) => table === "invitations");
  const [first] = changed;
  if (!first) return undefined;
  return textIn(first.after, "status") === "revoked"
    ? sentences().invitationsRevoked(changed.length)
    : sentences().invitationsResent(changed.length);
}

function invited({ changes }: AuditEvent, nameOf: NameOf): Part[] | undefined {
  const sent = changes.filter(
    ({ table, before }) => table === "invitations" && before === null,
  );
  const [first] = sent;
  if (!first) return undefined;
  const email = textIn(first.after, "email");
  if (sent.length === 2) return sentences().invitedTwo(email);
  if (sent.length > 2) return sentences().invitedMany(email, sent.length - 1);
  return sentences().invited(
    email,
    roleInSentence(textIn(first.after, "role"), nameOf),
  );
}

function linkCreated(event: AuditEvent, nameOf: NameOf): Part[] | undefined {
  const { after } = changeOf(event, "invitation_links") ?? {};
  const as = roleInSentence(textIn(after, "role"), nameOf);
  return as === "" ? undefined : sentences().linkCreated(as);
}

function domainUpdated(event: AuditEvent, nameOf: NameOf): Part[] | undefined {
  const change = changeOf(event, "domains");
  if (!change?.after) return undefined;
  const name = textIn(change.after, "domain");
  const as = roleInSentence(textIn(change.after, "role"), nameOf);
  return as === ""
    ? sentences().domainClosed(name)
    : sentences().domainOpened(name, as);
}
