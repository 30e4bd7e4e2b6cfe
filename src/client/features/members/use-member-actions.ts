import { api } from "#client/session/api.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { useOrganization } from "#client/session/organization.tsx";
import { reauthenticated } from "#client/session/reauthentication.ts";
import { toast } from "#client/ui/toast.ts";
import type { Member } from "./member.ts";
import { texts } from "./texts.ts";
import { roleNameOf } from "#client/session/role-label.ts";

/** A role as the list shows it. */
type Given = Pick<Member, "role" | "roleName">;

const SHOWN_HERE = () => ({ meta: { showsErrors: true } });

/** What an admin can do with the members of the organization. */
export function useMemberActions() {
  const { slug } = useOrganization();
  const update = api.members.updateRole.useMutation(SHOWN_HERE);
  const remove = api.members.remove.useMutation(SHOWN_HERE);
  const suspend = api.members.suspend.useMutation(SHOWN_HERE);
  const reactivate = api.members.reactivate.useMutation(SHOWN_HERE);
  const readAgain = (org: string) => api.members.list.invalidate({ org });

  /** What another admin made of the member meanwhile is not undone by whoever did not see it. */
  const giveRole = async (member: Member, given: Given) => {
    const { userId, name, role: was } = member;
    const { role } = given;
    const org = slug();
    const undo = await showRole(org, userId, given);
    try {
      await reauthenticated(() =>
        update.mutateAsync({ org, userId, role, was }),
      );
      return true;
    } catch (error) {
      undo();
      toastProblem(texts().useMemberActions.notChanged(name), error);
      return false;
    } finally {
      void readAgain(org);
    }
  };

  /** Changes a role at once, and offers to take it back. */
  const changeRole = async (member: Member, given: Given): Promise<void> => {
    const before = { ...member };
    if (!(await giveRole(before, given))) return;
    toast.undo(`${before.name}: ${roleNameOf(given)}`, () => {
      void giveRole({ ...before, ...given }, before);
    });
  };

  /** @param reassignTo whose their projects are to be */
  const removeMember = async (
    { userId, name }: Member,
    reassignTo: string | undefined,
  ): Promise<void> => {
    const org = slug();
    await reauthenticated(() =>
      remove.mutateAsync({ org, userId, reassignTo }),
    );
    await readAgain(org);
    toast.success(texts().useMemberActions.removed(name));
  };

  const suspendMember = async ({ userId, name }: Member): Promise<void> => {
    const org = slug();
    await reauthenticated(() => suspend.mutateAsync({ org, userId }));
    await readAgain(org);
    toast.success(texts().useMemberActions.suspended(name));
  };

  const letIn = async ({ userId, name }: Member): Promise<void> => {
    const org = slug();
    try {
      await reauthenticated(() => reactivate.mutateAsync({ org, userId }));
      toast.success(texts().useMemberActions.letIn(name));
    } catch (error) {
      toastProblem(texts().useMemberActions.notLetIn(name), error);
    } finally {
      void readAgain(org);
    }
  };

  return { changeRole, removeMember, suspendMember, reactivate: letIn };
}

export type MemberActions = ReturnType<typeof useMemberActions>;

async function showRole(
  org: string,
  userId: string,
  { role, roleName }: Given,
) {
  const undo = await api.members.list.patchPages({ org }, (page) => ({
    ...page,
    items: page.items.map((member) =>
      member.userId === userId ? { ...member, role, roleName } : member,
    ),
  }));
  return undo;
}
