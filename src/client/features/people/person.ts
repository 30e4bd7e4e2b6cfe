import type { RouterOutputs } from "#sdk/index.ts";
import type { InvitationThing } from "#client/features/invitations/invitation.ts";
import type { MemberThing } from "#client/features/members/member.ts";

/** A row of the list of people: a member, or an invitation that is not accepted yet. */
export type Person = RouterOutputs["people"]["list"]["items"][number];
export type PersonStatus = Person["status"];

/** Returns the name of a person; the email address of an invitation. */
export function nameOf({ name, email }: Person): string {
  return name ?? email;
}

export function isMember({ kind }: Pick<Person, "kind">): boolean {
  return kind === "member";
}

/** Returns a member as the actions on members expect it. */
export function memberOf(person: Person): MemberThing {
  const { id, email, role, roleName, suspendedAt } = person;
  return {
    userId: id,
    name: nameOf(person),
    email,
    role,
    roleName,
    suspendedAt,
  };
}

/** Returns an invitation as the actions on invitations expect it. */
export function invitationOf(person: Person): InvitationThing {
  const { id, email, role, roleName } = person;
  return { id, email, role, roleName };
}
