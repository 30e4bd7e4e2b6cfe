import { createTenantry } from "../index";

const tenantry = createTenantry({
  url: process.env.TENANTRY_URL ?? "http://localhost:3000",
  apiKey: process.env.TENANTRY_API_KEY,
  org: process.env.TENANTRY_ORG ?? "acme",
});

const changes = tenantry.live.changes.subscribe(
  {},
  {
    onData({ kind }) {
      console.log("changed", kind);
      if (kind === "projects") changes.unsubscribe();
    },
    onError: (error) => console.error(error.data?.reason),
    onStarted: () =>
      void tenantry.projects.create.mutate({ name: "Announced" }),
  },
);
