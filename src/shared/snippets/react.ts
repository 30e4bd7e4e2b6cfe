import { file, install, PACKAGE, type Snippet } from "./snippet";
import { viteConfig } from "./vite-config";

export const reactSnippet: Snippet = ({ url, org }) => [
  install(
    `npm install ${PACKAGE} react react-dom @tanstack/react-query
npm install --save-dev vite @vitejs/plugin-react`,
  ),
  viteConfig(url, { name: "react", from: "@vitejs/plugin-react" }),
  file(
    "src/app.tsx",
    `import {
  createTenantryReact,
  OrganizationProvider,
  useOrganization,
} from "${PACKAGE}/react";

const { api, TenantryProvider } = createTenantryReact();

export function App() {
  return (
    <TenantryProvider>
      <OrganizationProvider org="${org}" fallback="Loading …">
        <Projects />
      </OrganizationProvider>
    </TenantryProvider>
  );
}

function Projects() {
  const { slug, organization } = useOrganization();
  const projects = api.projects.list.useQuery({ org: slug });
  return (
    <main>
      <h1>{organization.name}</h1>
      <ul>
        {projects.data?.items.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </main>
  );
}
`,
  ),
];
