/** @jsxImportSource solid-js */
import { For } from "solid-js";
import {
  Can,
  createTenantrySolid,
  OrganizationProvider,
  useOrganization,
} from "../solid";

const api = createTenantrySolid();

export function App(props: { org: string }) {
  return (
    <OrganizationProvider api={api} org={props.org} fallback="Loading …">
      <Projects />
    </OrganizationProvider>
  );
}

function Projects() {
  const { slug, organization } = useOrganization();
  const projects = api.projects.list.useQuery(() => ({ org: slug() }));
  const create = api.projects.create.useMutation(() => ({
    onSuccess: () => api.projects.list.invalidate({ org: slug() }),
  }));
  return (
    <main>
      <h1>{organization().name}</h1>
      <ul>
        <For each={projects.data?.items}>{({ name }) => <li>{name}</li>}</For>
      </ul>
      <Can permission="project:create">
        <button onClick={() => create.mutate({ org: slug(), name: "Website" })}>
          New project
        </button>
      </Can>
    </main>
  );
}
