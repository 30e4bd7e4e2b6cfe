import { api } from "../../../../api.ts";
import { toastProblem } from "../../../../problem-toast.ts";
import { useOrganization } from "../../../../session/organization.tsx";
import { Select } from "../../../../ui/select.tsx";
import { toast } from "../../../../ui/toast.ts";
import { ROLE_OPTIONS } from "../team/role-options.ts";
import { type Domain, rereadDomains } from "./domain.ts";
import { TEXTS } from "./texts.ts";

const NOBODY = "nobody";

/** What people with an address at the domain join as. Nobody becomes an admin this way. */
export function JoinRole(props: { domain: Domain }) {
  const { slug } = useOrganization();
  const update = api.domains.update.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: ({ domain, roleName }) =>
      toast.success(TEXTS.role.saved(domain, roleName)),
    onError: (error) => toastProblem(TEXTS.role.failed, error),
    onSettled: (_saved, _error, { org }) => rereadDomains(org),
  }));
  const choose = (role: string) =>
    update.mutate({
      org: slug(),
      id: props.domain.id,
      role: role === NOBODY ? null : role,
    });
  return (
    <Select
      class="max-w-md"
      label={TEXTS.role.label}
      hint={
        props.domain.status === "pending" ? TEXTS.role.early : TEXTS.role.hint
      }
      options={optionsFor(props.domain)}
      value={props.domain.role ?? NOBODY}
      onChange={choose}
      disabled={update.isPending}
    />
  );
}

function optionsFor({ role, roleName }: Domain) {
  const nobody = {
    value: NOBODY,
    label: TEXTS.role.nobody,
    description: TEXTS.role.nobodyText,
  };
  const offered = ROLE_OPTIONS.filter(({ value }) => value !== "admin");
  const isOffered =
    role === null || offered.some(({ value }) => value === role);
  const own = isOffered ? [] : [{ value: role, label: roleName ?? role }];
  return [nobody, ...offered, ...own];
}
