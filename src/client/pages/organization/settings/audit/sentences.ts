import { formatDay } from "../../../../ui/time-format.ts";
import { roleLabel } from "../../../frame/role-label.ts";
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
import { type Part, say } from "./say.ts";
import { TEXTS } from "./texts.ts";

type Sentence = (event: AuditEvent, nameOf: NameOf) => Part[] | undefined;

const role = (name: string) => roleLabel(name).toLowerCase();
const article = (word: string) => (/^[aeiou]/i.test(word) ? "an" : "a");

/** What somebody did, in words that follow their name. Whatever does not fit is told by its changes alone. */
export function sentenceOf(event: AuditEvent, nameOf: NameOf): Part[] {
  const sentence = Object.hasOwn(SENTENCES, event.action)
    ? SENTENCES[event.action]
    : undefined;
  return sentence?.(event, nameOf) ?? fallback(event);
}

/** Who did it. */
export function actorName({ actor }: Pick<AuditEvent, "actor">): string {
  if (actor.kind === "system") return TEXTS.system;
  return actor.name ?? TEXTS.somebody;
}

const SENTENCES: Record<string, Sentence> = {
  "projects.create": project((name) => say`created the project ${name}`),
  "projects.update": updatedProject,
  "projects.delete": project((name) => say`deleted the project ${name}`),
  "members.updateRole": changedRole,
  "members.remove": removedMember,
  "members.suspend": member((name) => say`suspended ${name}`),
  "members.reactivate": member((name) => say`let ${name} in again`),
  "members.updateMany": changedMany,
  "links.create": madeLink,
  "links.revoke": () => say`revoked an invitation link`,
  "links.join": joinedByLink,
  "roles.create": ownRole((name) => say`made the role ${name}`),
  "roles.update": ownRole((name) => say`changed the role ${name}`),
  "roles.delete": ownRole((name) => say`deleted the role ${name}`),
  "invitations.create": invited,
  "invitations.resend": invitation(
    (email) => say`sent the invitation of ${email} again`,
  ),
  "invitations.revoke": invitation(
    (email) => say`revoked the invitation of ${email}`,
  ),
  "invitations.accept": joined,
  "invitations.acceptReceived": joined,
  "invitations.decline": invitation(() => say`declined the invitation`),
  "invitations.declineReceived": invitation(() => say`declined the invitation`),
  "domains.add": domain((name) => say`added the domain ${name}`),
  "domains.verify": domain((name) => say`verified the domain ${name}`),
  "domains.update": domainRole,
  "domains.remove": domain((name) => say`removed the domain ${name}`),
  "domains.lapse": domain(
    (name) => say`gave up the domain ${name}: its record was gone for a week`,
  ),
  "domains.join": joinedByDomain,
  "auth.verifyEmail": joinedByDomain,
  "auth.signUp": joinedByDomain,
  "identities.complete": joinedByDomain,
  "transfers.offer": transfer((to) => say`offered their admin role to ${to}`),
  "transfers.accept": tookRole,
  "transfers.decline": () => say`declined an admin role`,
  "transfers.cancel": transfer(
    (to) => say`took back the offer of an admin role to ${to}`,
  ),
  "organizations.create": organization(
    (name) => say`created the organization ${name}`,
  ),
  "organizations.update": updatedOrganization,
  "organizations.setLogo": () => say`changed the organization’s logo`,
  "organizations.removeLogo": () => say`removed the organization’s logo`,
  "organizations.delete": organization(
    (name) => say`deleted the organization ${name}`,
  ),
  "organizations.restore": organization(
    (name) => say`restored the organization ${name}`,
  ),
  "organizations.requireTwoFactor": requiredTwoFactor,
  "account.delete": () => say`deleted their account and left`,
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
    ? say`let nobody join by the domain ${name} any more`
    : say`let people join by the domain ${name} as ${as}`;
}

function madeLink(event: AuditEvent): Part[] | undefined {
  const as = role(textIn(changeOf(event, "invitation_links")?.after, "role"));
  return as === "" ? undefined : say`made an invitation link for ${as}`;
}

function joinedByLink(event: AuditEvent): Part[] | undefined {
  const sentence = joined(event);
  return sentence && [...sentence, { text: " by a link", isName: false }];
}

/** Each of them is in the details. */
function changedMany(event: AuditEvent): Part[] | undefined {
  const changed = event.changes.filter(({ table }) => table === "memberships");
  const [first] = changed;
  if (!first) return undefined;
  const count = changed.length === 1 ? "1 member" : `${changed.length} members`;
  if (first.after === null) return say`removed ${count}`;
  if (textIn(first.before, "role") !== textIn(first.after, "role"))
    return say`changed the role of ${count}`;
  return textIn(first.after, "suspendedAt") === ""
    ? say`let ${count} in again`
    : say`suspended ${count}`;
}

function joinedByDomain(event: AuditEvent): Part[] | undefined {
  const sentence = joined(event);
  return (
    sentence && [
      ...sentence,
      { text: " by the domain of their address", isName: false },
    ]
  );
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
  return from ? say`took over ${nameOf(from)}’s admin role` : undefined;
}

function updatedProject(event: AuditEvent): Part[] | undefined {
  const change = changeOf(event, "projects");
  if (!change?.before || !change.after) return undefined;
  const [was, is] = [
    textIn(change.before, "name"),
    textIn(change.after, "name"),
  ];
  if (was !== is) return say`renamed the project ${was} to ${is}`;
  const fields = changedFields(change);
  const [only] = fields;
  if (fields.length !== 1 || !only) return say`changed the project ${is}`;
  if (only.name !== "status")
    return [
      { text: `changed the ${only.label.toLowerCase()} of `, isName: false },
      { text: is, isName: true },
    ];
  return change.after.status === "archived"
    ? say`archived the project ${is}`
    : say`reactivated the project ${is}`;
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
    ? say`changed their own role from ${was} to ${is}`
    : say`changed ${nameOf(userId)}’s role from ${was} to ${is}`;
}

function removedMember(event: AuditEvent, nameOf: NameOf): Part[] | undefined {
  const change = changeOf(event, "memberships");
  if (!change?.before) return undefined;
  const userId = textIn(change.before, "userId");
  return userId === event.actor.id
    ? say`left the organization`
    : say`removed ${nameOf(userId)} from the organization`;
}

function invited(event: AuditEvent): Part[] | undefined {
  const sent = event.changes.filter(
    ({ table, before }) => table === "invitations" && before === null,
  );
  const [first] = sent;
  if (!first) return undefined;
  const email = textIn(first.after, "email");
  const as = role(textIn(first.after, "role"));
  if (sent.length === 2) return say`invited ${email} and one other`;
  if (sent.length > 2)
    return say`invited ${email} and ${String(sent.length - 1)} others`;
  return [
    ...say`invited ${email}`,
    { text: ` as ${article(as)} ${as}`, isName: false },
  ];
}

function joined(event: AuditEvent): Part[] | undefined {
  const change = changeOf(event, "memberships");
  const as = role(textIn(change?.after, "role"));
  if (as === "") return undefined;
  return [{ text: `joined as ${article(as)} ${as}`, isName: false }];
}

function updatedOrganization(event: AuditEvent): Part[] | undefined {
  const change = changeOf(event, "organizations");
  if (!change?.before || !change.after) return undefined;
  const [only, ...others] = changedFields(change);
  if (!only) return undefined;
  if (others.length > 0) return say`changed the organization’s settings`;
  const was = textIn(change.before, only.name);
  const is = textIn(change.after, only.name);
  if (only.name === "name")
    return say`renamed the organization ${was} to ${is}`;
  if (only.name === "slug")
    return say`moved the organization from /o/${was} to /o/${is}`;
  return [
    {
      text: `changed the organization’s ${only.label.toLowerCase()}`,
      isName: false,
    },
  ];
}

function requiredTwoFactor(event: AuditEvent): Part[] | undefined {
  const change = changeOf(event, "organizations");
  if (!change?.after) return undefined;
  const from = change.after.twoFactorFrom;
  return typeof from === "number"
    ? say`required a second factor of every member from ${formatDay(new Date(from))} on`
    : say`no longer required a second factor`;
}
