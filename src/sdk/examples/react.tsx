/** @jsxImportSource react */
import {
  Can,
  createTenantryReact,
  OrganizationProvider,
  useOrganization,
} from "../react";

const { api, TenantryProvider } = createTenantryReact();

export function App({ org }: { org: string }) {
  return (
    <TenantryProvider>
      <OrganizationProvider org={org} fallback="Loading …">
        <Projects />
      </OrganizationProvider>
    </TenantryProvider>
  );
}

function Projects() {
  const { slug, organization } = useOrganization();
  const utils = api.useUtils();
  const projects = api.projects.list.useQuery({ org: slug });
  const create = api.projects.create.useMutation({
    onSuccess: () => utils.projects.list.invalidate({ org: slug }),
  });
  return (
    <main>
      <h1>{organization.name}</h1>
      <ul>
        {projects.data?.items.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      <Can permission="project:create">
        <button onClick={() => create.mutate({ org: slug, name: "Website" })}>
          New project
        </button>
      </Can>
    </main>
  );
}
