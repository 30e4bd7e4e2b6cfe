import { newIdAt } from "#shared/id";
import type { Change } from "#server/kernel/db/unit-of-work";
import { DAY, HOUR } from "./calendar";
import type { Happening, OrganizationHistory, Rows } from "./history";
import { type PersonEmail, personOf } from "./people";
import type { Joining, OpenInvitation } from "./script";
import { membershipRow, momentOf, type Telling } from "./telling";

const VALID_MS = 7 * DAY;

/** An invitation that was accepted. */
export function joins(telling: Telling, joining: Joining): Happening[] {
  const { orgId, people, random } = telling;
  const invited = invites(telling, joining);
  const at = invited.at + Math.floor(random.between(HOUR, 40 * HOUR));
  const { id } = personOf(people, joining.email);
  const accepts = answers(telling, invited, at, {
    by: joining.email,
    status: "accepted",
    action: "invitations.accept",
    also: (history) => [
      history.put(
        "memberships",
        membershipRow(orgId, id, invited.row.role, at),
      ),
    ],
  });
  return [invited, accepts];
}

/** An invitation, and what became of it when nobody accepted it. */
export function invitationHappenings(
  telling: Telling,
  open: OpenInvitation,
): Happening[] {
  const invited = invites(telling, open);
  if (!open.answer) return [invited];
  const at = invited.at + Math.floor(telling.random.between(HOUR, 3 * DAY));
  const answer: Answer =
    open.answer === "declined"
      ? { by: open.email, status: "declined", action: "invitations.decline" }
      : { by: open.by, status: "revoked", action: "invitations.revoke" };
  return [invited, answers(telling, invited, at, answer)];
}

interface Invited extends Happening {
  row: Rows["invitations"];
}

function invites(
  telling: Telling,
  invitation: Joining | OpenInvitation,
): Invited {
  const { orgId, people } = telling;
  const at = momentOf(telling, invitation.daysAgo);
  const inviter = personOf(people, invitation.by);
  const row: Rows["invitations"] = {
    orgId,
    id: newIdAt("invitation", at),
    email: invitation.email,
    role: invitation.role,
    status: "pending",
    invitedBy: inviter.id,
    acceptedBy: null,
    expiresAt: at + VALID_MS,
    createdAt: at,
    notSentAt: null,
  };
  return {
    at,
    row,
    happen(history) {
      const retired = expireOld(history, row.email);
      const invited = history.put("invitations", row);
      history.record(at, inviter, "invitations.create", ...retired, invited);
    },
  };
}

/** Only one invitation of an address may be pending: a new one takes the place of the one that ran out. */
function expireOld(history: OrganizationHistory, email: string): Change[] {
  return history
    .rows("invitations")
    .filter((row) => row.email === email && row.status === "pending")
    .map((row) => history.put("invitations", { ...row, status: "expired" }));
}

interface Answer {
  by: PersonEmail;
  status: "accepted" | "declined" | "revoked";
  action: string;
  also?: (history: OrganizationHistory) => Change[];
}

function answers(
  { people }: Telling,
  { row }: Invited,
  at: number,
  { by, status, action, also = () => [] }: Answer,
): Happening {
  const person = personOf(people, by);
  const acceptedBy = status === "accepted" ? person.id : null;
  return {
    at,
    happen(history) {
      const after = { ...row, status, acceptedBy };
      const answered = history.put("invitations", after);
      history.record(at, person, action, answered, ...also(history));
    },
  };
}
