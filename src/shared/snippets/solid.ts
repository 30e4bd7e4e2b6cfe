import { file, install, PACKAGE, type Snippet } from "./snippet";
import { viteConfig } from "./vite-config";

export const solidSnippet: Snippet = ({ url, org }) => [
  install(
    `npm install ${PACKAGE} solid-js @tanstack/solid-query
npm install --save-dev vite vite-plugin-solid`,
  ),
  viteConfig(url, { name: "solid", from: "vite-plugin-solid" }),
  file(
    "src/app.tsx",
    `import { For } from "solid-js";
import {
  createTenantrySolid,
  OrganizationProvider,
  useOrganization,
} from "${PACKAGE}/solid";

const api = createTenantrySolid();

export function App() {
  return (
    <OrganizationProvider api={api} org="${org}" fallback="Loading …">
      <Projects />
    </OrganizationProvider>
  );
}

function Projects() {
  const { slug, organization } = useOrganization();
  const projects = api.projects.list.useQuery(() => ({ org: slug() }));
  return (
    <main>
      <h1>{organization().name}</h1>
      <ul>
        <For each={projects.data?.items}>{({ name }) => <li>{name}</li>}</For>
      </ul>
    </main>
  );
}
`,
  ),
];
