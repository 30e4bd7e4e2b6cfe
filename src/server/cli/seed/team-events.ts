import { newIdAt } from "#shared/id";
import type { Role } from "#shared/permissions";
import {
  planRetentionDays,
  fixedRetention,
} from "#server/features/audit-log/retention-period";
import { limitsOf } from "#server/features/billing/plan-limits";
import type { DemoEvent, Rows, Scene } from "./history";
import type { TeamEvent } from "./organizations";
import { type DemoPerson, personOf } from "./people";
import { DAY, HOUR, workingDay, workingTime } from "./random";

const INVITATION_VALID_MS = 7 * DAY;
const ANSWERS = {
  join: ["accepted", "invitations.accept"],
  decline: ["declined", "invitations.decline"],
  revoke: ["revoked", "invitations.revoke"],
} as const;

export function teamEvents(scene: Scene): DemoEvent[] {
  const { organization } = scene;
  return [
    founding(scene),
    ...organization.team.flatMap((row) => eventsOf(scene, row)),
  ];
}

function founding(scene: Scene): DemoEvent {
  const { organization, history, people } = scene;
  const { name, slug, plan, settings, seats } = organization;
  const at = timeOf(scene, organization.foundedDaysAgo);
  const founder = personOf(people, organization.founder);
  const row = {
    id: history.orgId,
    name,
    slug,
    logoUrl: null,
    plan,
    settings,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    purgingSince: null,
    twoFactorRequiredFrom: null,
    ...limitsOf(plan, seats),
    ...fixedRetention(planRetentionDays(plan, true)),
  };
  return {
    at,
    apply() {
      const created = history.put("organizations", row);
      const admin = addMember(scene, founder, "admin", at);
      history.record(at, founder, "organizations.create", created, admin);
    },
  };
}

function eventsOf(scene: Scene, event: TeamEvent): DemoEvent[] {
  const { people, organization } = scene;
  const [daysAgo, kind, email, role, by = organization.founder] = event;
  const at = timeOf(scene, daysAgo);
  const admin = personOf(people, by);
  if (kind === "changeRole" || kind === "remove") {
    const newRole = kind === "remove" ? undefined : role;
    const member = personOf(people, email);
    return [
      { at, apply: () => changeMember(scene, at, admin, member, newRole) },
    ];
  }
  const invitation = invitationOf(scene, at, admin, email, role);
  const sent = { at, apply: () => invite(scene, admin, invitation) };
  if (kind === "invite") return [sent];
  const answeredAt = at + Math.floor(scene.random.between(HOUR, 40 * HOUR));
  const actor = kind === "revoke" ? admin : personOf(people, email);
  const apply = () => answer(scene, answeredAt, actor, invitation, kind);
  return [sent, { at: answeredAt, apply }];
}

function timeOf({ random, now }: Scene, daysAgo: number): number {
  return workingTime(random, workingDay(now - daysAgo * DAY));
}

function invitationOf(
  { history }: Scene,
  at: number,
  admin: DemoPerson,
  email: string,
  role: Role,
): Rows["invitations"] {
  return {
    orgId: history.orgId,
    id: newIdAt("invitation", at),
    email,
    role,
    status: "pending",
    invitedBy: admin.id,
    invitedByAccount: null,
    acceptedBy: null,
    expiresAt: at + INVITATION_VALID_MS,
    createdAt: at,
    notSentAt: null,
    linkCopiedAt: null,
    privateMessage: null,
  };
}

/** Adds an invitation. Earlier pending invitations to the same email address expire. */
function invite(
  { history }: Scene,
  admin: DemoPerson,
  invitation: Rows["invitations"],
): void {
  const ended = history
    .rows("invitations")
    .filter(
      ({ email, status }) => email === invitation.email && status === "pending",
    )
    .map((row) => history.put("invitations", { ...row, status: "expired" }));
  const sent = history.put("invitations", invitation);
  const { createdAt } = invitation;
  history.record(createdAt, admin, "invitations.create", ...ended, sent);
}

function answer(
  scene: Scene,
  at: number,
  actor: DemoPerson,
  invitation: Rows["invitations"],
  kind: keyof typeof ANSWERS,
): void {
  const { history } = scene;
  const [status, action] = ANSWERS[kind];
  const acceptedBy = kind === "join" ? actor.id : null;
  const answered = history.put("invitations", {
    ...invitation,
    status,
    acceptedBy,
  });
  const joined =
    kind === "join" ? [addMember(scene, actor, invitation.role, at)] : [];
  history.record(at, actor, action, answered, ...joined);
}

function addMember(
  { history }: Scene,
  { id: userId }: DemoPerson,
  role: string,
  joinedAt: number,
) {
  return history.put("memberships", {
    orgId: history.orgId,
    id: newIdAt("membership", joinedAt),
    userId,
    role,
    joinedAt,
    suspendedAt: null,
    isFrozen: false,
    keepsSeat: false,
  });
}

/** @param role the new role; undefined removes the member */
function changeMember(
  { history }: Scene,
  at: number,
  admin: DemoPerson,
  { id, email }: DemoPerson,
  role: Role | undefined,
): void {
  const member = history
    .rows("memberships")
    .find(({ userId }) => userId === id);
  if (!member) throw new Error(`${email} is not a member yet.`);
  if (role) {
    const change = history.put("memberships", { ...member, role });
    return history.record(at, admin, "members.updateRole", change);
  }
  const change = history.remove("memberships", member);
  // A trigger does the same when a real member leaves.
  for (const project of history.rows("projects"))
    if (project.ownerId === id)
      history.put("projects", { ...project, ownerId: null });
  history.record(at, admin, "members.remove", change);
}
