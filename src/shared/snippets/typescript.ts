import { file, install, PACKAGE, run, type Snippet } from "./snippet";

/** The key is an environment variable, because it must not be committed with the code. */
export const typescriptSnippet: Snippet = ({ url, org, key }) => [
  install(`npm install ${PACKAGE}
export TENANTRY_API_KEY="${key}"`),
  file(
    "first-call.mts",
    `import { createTenantry } from "${PACKAGE}";

const tenantry = createTenantry({
  url: "${url}",
  apiKey: process.env.TENANTRY_API_KEY,
  org: "${org}",
});

for await (const { name, status } of tenantry.projects.list.iterate())
  console.log(name, status);
`,
  ),
  run("npx tsx first-call.mts"),
];
