import type { Member } from "#client/features/members/member.ts";

type Candidate = Pick<Member, "userId" | "role" | "isFrozen" | "joinedAt">;

/** The admin who keeps a seat whatever is chosen: the one who was there first. */
export function firstAdmin(members: readonly Candidate[]): string | undefined {
  const [first] = members
    .filter(({ role }) => role === "admin")
    .toSorted((a, b) => Date.parse(a.joinedAt) - Date.parse(b.joinedAt));
  return first?.userId;
}

/** Who has a seat now, to begin with. */
export function seated(members: readonly Candidate[]): ReadonlySet<string> {
  return new Set(
    members.filter(({ isFrozen }) => !isFrozen).map(({ userId }) => userId),
  );
}

export function toggled(
  chosen: ReadonlySet<string>,
  userId: string,
): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(userId)) next.add(userId);
  return next;
}
