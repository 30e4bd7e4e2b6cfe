import type { Member } from "#client/features/members/member.ts";

type Candidate = Pick<Member, "userId" | "role" | "isFrozen" | "joinedAt">;

/** Returns the id of the admin with the oldest membership. This admin always keeps a seat. */
export function longestAdmin(
  members: readonly Candidate[],
): string | undefined {
  const [first] = members
    .filter(({ role }) => role === "admin")
    .toSorted((a, b) => Date.parse(a.joinedAt) - Date.parse(b.joinedAt));
  return first?.userId;
}

/** Returns the ids of the members who have a seat now. */
export function seatHolders(
  members: readonly Candidate[],
): ReadonlySet<string> {
  return new Set(
    members.filter(({ isFrozen }) => !isFrozen).map(({ userId }) => userId),
  );
}

export function toggled(
  selected: ReadonlySet<string>,
  userId: string,
): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(userId)) next.add(userId);
  return next;
}
