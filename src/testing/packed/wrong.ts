/** Programs with a mistake for each entry, and what the compiler says about it. */
export const wrongPrograms = {
  "index.ts": {
    source: `import { createTenantry } from "tenantry";
const tenantry = createTenantry({ url: "http://localhost", org: "acme" });
await tenantry.projects.create.mutate({ nam: "Website" });
`,
    fault:
      "error TS2561: Object literal may only specify known properties, but 'nam' does not exist",
  },
  "output.ts": {
    source: `import { createTenantry } from "tenantry";
const tenantry = createTenantry({ url: "http://localhost" });
const { items } = await tenantry.projects.list.query({ org: "acme" });
console.log(items[0]?.nam);
`,
    fault: "error TS2551: Property 'nam' does not exist on type",
  },
  "react.ts": {
    source: `import { createTenantryReact } from "tenantry/react";
const { api } = createTenantryReact();
export const useCreate = () =>
  api.projects.create.useMutation().mutate({ org: "acme", nam: "Website" });
`,
    fault:
      "error TS2561: Object literal may only specify known properties, but 'nam' does not exist",
  },
  "solid.ts": {
    source: `import { createTenantrySolid } from "tenantry/solid";
const api = createTenantrySolid();
export const list = api.projects.list.useQuery(() => ({ org: "acme", stat: "active" }));
`,
    fault: "error TS2322: Type 'string' is not assignable to type 'never'",
  },
  "permissions.ts": {
    source: `import { can } from "tenantry/permissions";
console.log(can("admin", "project:paint"));
`,
    fault: `error TS2345: Argument of type '"project:paint"' is not assignable`,
  },
};
