import { api } from "#client/session/api.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { useOrganization } from "#sdk/solid.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { toast } from "#client/ui/toast.ts";
import { type MemberThing, refetchMembers } from "./member.ts";
import { texts } from "./texts.ts";
import { roleNameOf } from "#client/session/role-label.ts";

/** The role of a member as the member list shows it. */
type ShownRole = Pick<MemberThing, "role" | "roleName">;

const SHOWS_ERRORS = () => ({ meta: { showsErrors: true } });

/** Returns actions on members. Each action reports its result in a toast, unless a dialog shows the error. */
export function useMemberActions() {
  const { slug } = useOrganization();
  const update = api.members.updateRole.useMutation(SHOWS_ERRORS);
  const remove = api.members.remove.useMutation(SHOWS_ERRORS);
  const suspend = api.members.suspend.useMutation(SHOWS_ERRORS);
  const reactivate = api.members.reactivate.useMutation(SHOWS_ERRORS);

  /**
   * Changes a member's role. Also sends the role that the list shows, so that the server rejects the change if another
   * admin has changed the role meanwhile.
   */
  const setRole = async (member: MemberThing, next: ShownRole) => {
    const { userId, name, role: was } = member;
    const { role } = next;
    const org = slug();
    const undo = await showRole(org, userId, next);
    try {
      await reauthenticated(() =>
        update.mutateAsync({ org, userId, role, was }),
      );
      return true;
    } catch (error) {
      undo();
      toastProblem(texts().role.notChanged(name), error);
      return false;
    } finally {
      void refetchMembers(org);
    }
  };

  /** Changes a member's role and shows a toast with an undo button. */
  const changeRole = async (
    member: MemberThing,
    next: ShownRole,
  ): Promise<void> => {
    const before = { ...member };
    if (!(await setRole(before, next))) return;
    toast.undo(`${before.name}: ${roleNameOf(next)}`, () => {
      void setRole({ ...before, ...next }, before);
    });
  };

  /** @param reassignTo id of the member who becomes the creator of the removed member's projects */
  const removeMember = async (
    { userId, name }: MemberThing,
    reassignTo: string | undefined,
  ): Promise<void> => {
    const org = slug();
    await reauthenticated(() =>
      remove.mutateAsync({ org, userId, reassignTo }),
    );
    await refetchMembers(org);
    toast.success(texts().remove.done(name));
  };

  const reactivateMember = async ({
    userId,
    name,
  }: MemberThing): Promise<void> => {
    const org = slug();
    try {
      await reauthenticated(() => reactivate.mutateAsync({ org, userId }));
      toast.success(texts().reactivate.done(name));
    } catch (error) {
      toastProblem(texts().reactivate.failed(name), error);
    } finally {
      void refetchMembers(org);
    }
  };

  /** Suspends a member and shows a toast with an undo button, which reactivates the member. */
  const suspendMember = async (member: MemberThing): Promise<void> => {
    const { userId, name } = member;
    const org = slug();
    await reauthenticated(() => suspend.mutateAsync({ org, userId }));
    await refetchMembers(org);
    toast.undo(texts().suspend.done(name), () => {
      void reactivateMember(member);
    });
  };

  return { changeRole, removeMember, suspendMember, reactivateMember };
}

export type MemberActions = ReturnType<typeof useMemberActions>;

async function showRole(
  org: string,
  userId: string,
  { role, roleName }: ShownRole,
) {
  const undoMembers = await api.members.list.patchPages({ org }, (page) => ({
    ...page,
    items: page.items.map((member) =>
      member.userId === userId ? { ...member, role, roleName } : member,
    ),
  }));
  const undoPeople = await api.people.list.patchPages({ org }, (page) => ({
    ...page,
    items: page.items.map((person) =>
      person.id === userId ? { ...person, role, roleName } : person,
    ),
  }));
  return () => {
    undoMembers();
    undoPeople();
  };
}
