import { createSignal, Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { SearchField } from "#client/ui/search-field.tsx";
import { Select, type SelectOption } from "#client/ui/select.tsx";
import type { ServiceAccount } from "./service-account.ts";
import { texts } from "./texts.ts";

/**
 * The largest number of members that the server returns at once. An organization with more members gets a search field.
 */
const LIMIT = 100;

/** Selects the member who is responsible for a service account. */
export function StewardSelect(props: {
  id: string;
  value: string | undefined;
  /** The present steward, who may not be among the listed members. */
  present: ServiceAccount["steward"];
  error: string | undefined;
  onChange: (userId: string) => void;
}) {
  const { slug, user } = useOrganization();
  const [search, setSearch] = createSignal("");
  const members = api.members.list.useQuery(() => ({
    org: slug(),
    status: "active",
    limit: LIMIT,
    q: search().trim() || undefined,
  }));
  const page = () => (members.isSuccess ? members.data : undefined);
  const hasSearch = () => search() !== "" || Boolean(page()?.nextCursor);
  const options = (): SelectOption[] => {
    const listed = (page()?.items ?? []).map(({ userId, name, email }) => ({
      id: userId,
      name,
      email,
    }));
    const known = [user(), props.present].filter((person) => person !== null);
    const missing = known.filter((person, index) =>
      [...known.slice(0, index), ...listed].every(({ id }) => id !== person.id),
    );
    return [...missing, ...listed].map(({ id, name, email }) => ({
      value: id,
      label: name,
      description: email,
    }));
  };
  return (
    <>
      <Show when={hasSearch()}>
        <SearchField
          label={texts().form.search}
          value={search()}
          onInput={setSearch}
        />
      </Show>
      <Select
        id={props.id}
        label={texts().form.steward}
        hint={texts().form.stewardHint}
        placeholder={texts().form.chooseSteward}
        options={options()}
        value={props.value}
        onChange={props.onChange}
        error={props.error}
      />
    </>
  );
}
