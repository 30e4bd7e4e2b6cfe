import type { Role } from "../../../../../../shared/permissions.ts";
import { api } from "../../../../../api.ts";
import { toastProblem } from "../../../../../problem-toast.ts";
import { useOrganization } from "../../../../../session/organization.tsx";
import { reauthenticated } from "../../../../../session/reauthentication.ts";
import { toast } from "../../../../../ui/toast.ts";
import { roleLabel } from "../../../../frame/role-label.ts";
import type { Member } from "./member.ts";

const SHOWN_HERE = () => ({ meta: { showsErrors: true } });

/** What an admin can do with the members of the organization. */
export function useMemberActions() {
  const { slug } = useOrganization();
  const update = api.members.updateRole.useMutation(SHOWN_HERE);
  const remove = api.members.remove.useMutation(SHOWN_HERE);
  const readAgain = (org: string) => api.members.list.invalidate({ org });

  /** What another admin made of the member meanwhile is not undone by whoever did not see it. */
  const giveRole = async ({ userId, name, role: was }: Member, role: Role) => {
    const org = slug();
    const undo = await showRole(org, userId, role);
    try {
      await reauthenticated(() =>
        update.mutateAsync({ org, userId, role, was }),
      );
      return true;
    } catch (error) {
      undo();
      toastProblem(`The role of ${name} was not changed.`, error);
      return false;
    } finally {
      void readAgain(org);
    }
  };

  /** Changes a role at once, and offers to take it back. */
  const changeRole = async (member: Member, role: Role): Promise<void> => {
    const before = { ...member };
    if (!(await giveRole(before, role))) return;
    toast.undo(`${before.name}: ${roleLabel(role)}`, () => {
      // Roles of one's own making come with their own list.
      void giveRole({ ...before, role }, before.role as Role);
    });
  };

  const removeMember = async ({ userId, name }: Member): Promise<void> => {
    const org = slug();
    await reauthenticated(() => remove.mutateAsync({ org, userId }));
    await readAgain(org);
    toast.success(`${name} removed`);
  };

  return { changeRole, removeMember };
}

export type MemberActions = ReturnType<typeof useMemberActions>;

async function showRole(org: string, userId: string, role: string) {
  const undo = await api.members.list.patchPages({ org }, (page) => ({
    ...page,
    items: page.items.map((member) =>
      member.userId === userId
        ? { ...member, role, roleName: roleLabel(role) }
        : member,
    ),
  }));
  return undo;
}
