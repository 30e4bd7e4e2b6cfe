import { createMemo, Index, Show } from "solid-js";
import { createMedia } from "#client/ui/media.ts";
import { createTextParam } from "#client/ui/search-param.ts";
import { Select } from "#client/ui/select.tsx";
import { RoleMatrix } from "./role-matrix.tsx";
import { nameOf, type Role } from "./role.ts";
import { texts } from "./texts.ts";

/** How many roles a phone compares at a time. */
const ON_PHONE = 2;

/** Compares the permissions of all roles, and on a phone those of two roles. */
export function CompareRoles(props: { roles: readonly Role[] }) {
  const isPhone = createMedia("(width < 40rem)");
  const [first, setFirst] = createTextParam("role");
  const [second, setSecond] = createTextParam("with");
  const chosen = createMemo(() => {
    const find = (id: string | undefined, other: number) =>
      props.roles.find((role) => role.id === id) ?? props.roles[other];
    return [find(first(), 0), find(second(), 1)].filter(
      (role) => role !== undefined,
    );
  });
  const hasChoice = () => isPhone() && props.roles.length > ON_PHONE;
  const pick = (index: number, id: string) =>
    index === 0 ? setFirst(id) : setSecond(id);
  return (
    <RoleMatrix
      roles={hasChoice() ? chosen() : props.roles}
      above={
        <Show when={hasChoice()}>
          <div class="grid grid-cols-2 gap-2 px-5 pb-4">
            <Index each={chosen()}>
              {(role, index) => (
                <Select
                  label={texts().matrix.pick[index] ?? ""}
                  options={props.roles.map((one) => ({
                    value: one.id,
                    label: nameOf(one),
                  }))}
                  value={role().id}
                  onChange={(id) => pick(index, id)}
                />
              )}
            </Index>
          </div>
        </Show>
      }
    />
  );
}
