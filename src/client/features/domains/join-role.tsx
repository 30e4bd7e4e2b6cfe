import { api } from "#client/session/api.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Select, type SelectOption } from "#client/ui/select.tsx";
import { toast } from "#client/ui/toast.ts";
import { withHeldRole, useRoles } from "#client/session/use-roles.ts";
import { type Domain, refetchDomains } from "./domain.ts";
import { texts } from "./texts.ts";
import { roleNameOf } from "#client/session/role-label.ts";

const NO_ROLE = "none";

/** Selects the role of users who join through the domain. The admin role is not an option. */
export function JoinRole(props: { domain: Domain }) {
  const { slug } = useOrganization();
  const roles = useRoles();
  const update = api.domains.update.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: ({ domain, role, roleName }) =>
      toast.success(
        texts().role.saved(
          domain,
          role === null || roleName === null
            ? null
            : roleNameOf({ role, roleName }),
        ),
      ),
    onError: (error) => toastProblem(texts().role.failed, error),
    onSettled: (_saved, _error, { org }) => refetchDomains(org),
  }));
  const choose = (role: string) =>
    update.mutate({
      org: slug(),
      id: props.domain.id,
      role: role === NO_ROLE ? null : role,
    });
  return (
    <Select
      class="max-w-md"
      label={texts().role.label}
      hint={
        props.domain.status === "pending"
          ? texts().role.pending
          : texts().role.hint
      }
      options={optionsFor(roles.withoutAdmin(), props.domain)}
      value={props.domain.role ?? NO_ROLE}
      onChange={choose}
      disabled={update.isPending}
    />
  );
}

function optionsFor(offered: SelectOption[], { role, roleName }: Domain) {
  const none = {
    value: NO_ROLE,
    label: texts().role.none,
    description: texts().role.noneText,
  };
  return role === null
    ? [none, ...offered]
    : [none, ...withHeldRole(offered, { role, roleName: roleName ?? role })];
}
