import { formatDay } from "#client/lib/formats/time.ts";
import { roleLabel } from "#client/session/role-label.ts";
import { BILLING_SENTENCES } from "./billing-sentences.ts";
import { changedFields } from "./changed-fields.ts";
import {
  type AuditEvent,
  changeOf,
  type NameOf,
  rowOf,
  textIn,
} from "./event.ts";
import { fallback } from "./fallback.ts";
import { periodSentence } from "./period-sentence.ts";
import type { Part } from "./sentence-parts.ts";
import { texts } from "./texts.ts";
import { texts as wordsTexts } from "./words/texts.ts";

type Sentence = (event: AuditEvent, nameOf: NameOf) => Part[] | undefined;

const role = (name: string) =>
  name === "" ? "" : wordsTexts().role(roleLabel(name));

/** What somebody did, in words that follow their name. Whatever does not fit is told by its changes alone. */
export function sentenceOf(event: AuditEvent, nameOf: NameOf): Part[] {
  const sentence = Object.hasOwn(SENTENCES, event.action)
    ? SENTENCES[event.action]
    : undefined;
  return sentence?.(event, nameOf) ?? fallback(event);
}

/** Who did it. */
export function actorName({ actor }: Pick<AuditEvent, "actor">): string {
  if (actor.kind === "system") return texts().system;
  return actor.name ?? texts().somebody;
}

const SENTENCES: Record<string, Sentence> = {
  "projects.create": project((name) =>
    wordsTexts().sentences.projectCreated(name),
  ),
  "projects.update": updatedProject,
  "projects.delete": project((name) =>
    wordsTexts().sentences.projectDeleted(name),
  ),
  "members.updateRole": changedRole,
  "members.remove": removedMember,
  "members.suspend": member((name) => wordsTexts().sentences.suspended(name)),
  "members.reactivate": member((name) =>
    wordsTexts().sentences.letInAgain(name),
  ),
  "members.updateMany": changedMany,
  "links.create": madeLink,
  "links.revoke": () => wordsTexts().sentences.linkRevoked(),
  "links.join": becameMember((as) => wordsTexts().sentences.joinedByLink(as)),
  "roles.create": ownRole((name) => wordsTexts().sentences.roleMade(name)),
  "roles.update": ownRole((name) => wordsTexts().sentences.roleEdited(name)),
  "roles.delete": ownRole((name) => wordsTexts().sentences.roleDeleted(name)),
  "invitations.create": invited,
  "invitations.resend": invitation((email) =>
    wordsTexts().sentences.invitationResent(email),
  ),
  "invitations.revoke": invitation((email) =>
    wordsTexts().sentences.invitationRevoked(email),
  ),
  "invitations.accept": becameMember((as) => wordsTexts().sentences.joined(as)),
  "invitations.acceptReceived": becameMember((as) =>
    wordsTexts().sentences.joined(as),
  ),
  "invitations.decline": invitation(() =>
    wordsTexts().sentences.invitationDeclined(),
  ),
  "invitations.declineReceived": invitation(() =>
    wordsTexts().sentences.invitationDeclined(),
  ),
  "domains.add": domain((name) => wordsTexts().sentences.domainAdded(name)),
  "domains.verify": domain((name) =>
    wordsTexts().sentences.domainVerified(name),
  ),
  "domains.update": domainRole,
  "domains.remove": domain((name) =>
    wordsTexts().sentences.domainRemoved(name),
  ),
  "domains.lapse": domain((name) => wordsTexts().sentences.domainLapsed(name)),
  "domains.join": becameMember((as) =>
    wordsTexts().sentences.joinedByDomain(as),
  ),
  "auth.verifyEmail": becameMember((as) =>
    wordsTexts().sentences.joinedByDomain(as),
  ),
  "auth.choosePassword": becameMember((as) =>
    wordsTexts().sentences.joinedByDomain(as),
  ),
  "auth.signIn": becameMember((as) =>
    wordsTexts().sentences.joinedByDomain(as),
  ),
  "auth.signUp": becameMember((as) =>
    wordsTexts().sentences.joinedByDomain(as),
  ),
  "identities.complete": becameMember((as) =>
    wordsTexts().sentences.joinedByDomain(as),
  ),
  "transfers.offer": transfer((to) =>
    wordsTexts().sentences.transferOffered(to),
  ),
  "transfers.accept": tookRole,
  "transfers.decline": () => wordsTexts().sentences.transferDeclined(),
  "transfers.cancel": transfer((to) =>
    wordsTexts().sentences.transferCancelled(to),
  ),
  "organizations.create": organization((name) =>
    wordsTexts().sentences.organizationCreated(name),
  ),
  "organizations.update": updatedOrganization,
  "organizations.setLogo": () => wordsTexts().sentences.logoChanged(),
  "organizations.removeLogo": () => wordsTexts().sentences.logoRemoved(),
  "organizations.delete": organization((name) =>
    wordsTexts().sentences.organizationDeleted(name),
  ),
  "organizations.restore": organization((name) =>
    wordsTexts().sentences.organizationRestored(name),
  ),
  "organizations.requireTwoFactor": requiredTwoFactor,
  "audit.adjustPeriod": periodSentence,
  "account.delete": () => wordsTexts().sentences.accountDeleted(),
  ...BILLING_SENTENCES,
};

/** A sentence about what a row of the table is called. */
function about(table: string, field: string) {
  return (tell: (name: string) => Part[]): Sentence =>
    (event) => {
      const change = changeOf(event, table);
      const name = change && textIn(rowOf(change), field);
      return name ? tell(name) : undefined;
    };
}

function project(tell: (name: string) => Part[]): Sentence {
  return about("projects", "name")(tell);
}

function invitation(tell: (email: string) => Part[]): Sentence {
  return about("invitations", "email")(tell);
}

function organization(tell: (name: string) => Part[]): Sentence {
  return about("organizations", "name")(tell);
}

function ownRole(tell: (name: string) => Part[]): Sentence {
  return about("roles", "name")(tell);
}

function domain(tell: (name: string) => Part[]): Sentence {
  return about("domains", "domain")(tell);
}

function domainRole(event: AuditEvent): Part[] | undefined {
  const change = changeOf(event, "domains");
  if (!change?.after) return undefined;
  const name = textIn(change.after, "domain");
  const as = role(textIn(change.after, "role"));
  return as === ""
    ? wordsTexts().sentences.domainClosed(name)
    : wordsTexts().sentences.domainOpened(name, as);
}

function madeLink(event: AuditEvent): Part[] | undefined {
  const as = role(textIn(changeOf(event, "invitation_links")?.after, "role"));
  return as === "" ? undefined : wordsTexts().sentences.linkMade(as);
}

/** Each of them is in the details. */
function changedMany(event: AuditEvent): Part[] | undefined {
  const changed = event.changes.filter(({ table }) => table === "memberships");
  const [first] = changed;
  if (!first) return undefined;
  const count = changed.length;
  if (first.after === null) return wordsTexts().sentences.removedMany(count);
  if (textIn(first.before, "role") !== textIn(first.after, "role"))
    return wordsTexts().sentences.rolesChanged(count);
  return textIn(first.after, "suspendedAt") === ""
    ? wordsTexts().sentences.letManyInAgain(count)
    : wordsTexts().sentences.suspendedMany(count);
}

function transfer(tell: (to: string) => Part[]): Sentence {
  return (event, nameOf) => {
    const change = changeOf(event, "admin_transfers");
    const to = change && textIn(rowOf(change), "toUserId");
    return to ? tell(nameOf(to)) : undefined;
  };
}

function tookRole(event: AuditEvent, nameOf: NameOf): Part[] | undefined {
  const change = changeOf(event, "admin_transfers");
  const from = change && textIn(rowOf(change), "fromUserId");
  return from
    ? wordsTexts().sentences.transferAccepted(nameOf(from))
    : undefined;
}

function updatedProject(event: AuditEvent): Part[] | undefined {
  const change = changeOf(event, "projects");
  if (!change?.before || !change.after) return undefined;
  const [was, is] = [
    textIn(change.before, "name"),
    textIn(change.after, "name"),
  ];
  if (was !== is) return wordsTexts().sentences.projectRenamed(was, is);
  const fields = changedFields(change);
  const [only] = fields;
  if (fields.length !== 1 || !only)
    return wordsTexts().sentences.projectChanged(is);
  if (only.name !== "status")
    return wordsTexts().sentences.projectFieldChanged(only.label, is);
  return change.after.status === "archived"
    ? wordsTexts().sentences.projectArchived(is)
    : wordsTexts().sentences.projectReactivated(is);
}

function member(sentence: (name: string) => Part[]): Sentence {
  return (event, nameOf) => {
    const userId = textIn(changeOf(event, "memberships")?.after, "userId");
    return userId === "" ? undefined : sentence(nameOf(userId));
  };
}

function changedRole(event: AuditEvent, nameOf: NameOf): Part[] | undefined {
  const change = changeOf(event, "memberships");
  if (!change?.before || !change.after) return undefined;
  const was = role(textIn(change.before, "role"));
  const is = role(textIn(change.after, "role"));
  const userId = textIn(change.after, "userId");
  return userId === event.actor.id
    ? wordsTexts().sentences.ownRoleChanged(was, is)
    : wordsTexts().sentences.roleChanged(nameOf(userId), was, is);
}

function removedMember(event: AuditEvent, nameOf: NameOf): Part[] | undefined {
  const change = changeOf(event, "memberships");
  if (!change?.before) return undefined;
  const userId = textIn(change.before, "userId");
  return userId === event.actor.id
    ? wordsTexts().sentences.left()
    : wordsTexts().sentences.removed(nameOf(userId));
}

function invited(event: AuditEvent): Part[] | undefined {
  const sent = event.changes.filter(
    ({ table, before }) => table === "invitations" && before === null,
  );
  const [first] = sent;
  if (!first) return undefined;
  const email = textIn(first.after, "email");
  const as = role(textIn(first.after, "role"));
  if (sent.length === 2) return wordsTexts().sentences.invitedTwo(email);
  if (sent.length > 2)
    return wordsTexts().sentences.invitedMany(email, sent.length - 1);
  return wordsTexts().sentences.invited(email, as);
}

function becameMember(tell: (as: string) => Part[]): Sentence {
  return (event) => {
    const change = changeOf(event, "memberships");
    const as = role(textIn(change?.after, "role"));
    return as === "" ? undefined : tell(as);
  };
}

function updatedOrganization(event: AuditEvent): Part[] | undefined {
  const change = changeOf(event, "organizations");
  if (!change?.before || !change.after) return undefined;
  const [only, ...others] = changedFields(change);
  if (!only) return wordsTexts().sentences.settingsKept();
  if (others.length > 0) return wordsTexts().sentences.settingsChanged();
  const was = textIn(change.before, only.name);
  const is = textIn(change.after, only.name);
  if (only.name === "name")
    return wordsTexts().sentences.organizationRenamed(was, is);
  if (only.name === "slug")
    return wordsTexts().sentences.organizationMoved(was, is);
  return wordsTexts().sentences.settingChanged(only.label);
}

function requiredTwoFactor(event: AuditEvent): Part[] | undefined {
  const change = changeOf(event, "organizations");
  if (!change?.after) return undefined;
  const from = change.after.twoFactorRequiredFrom;
  return typeof from === "number"
    ? wordsTexts().sentences.secondFactorRequired(formatDay(new Date(from)))
    : wordsTexts().sentences.secondFactorOptional();
}
