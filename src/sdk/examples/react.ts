import { createElement } from "react";
import { createTenantryReact } from "../react";

const { api, TenantryProvider } = createTenantryReact({
  url: "https://app.example.com",
});

function Projects() {
  const utils = api.useUtils();
  const projects = api.projects.list.useQuery({ org: "acme" });
  const create = api.projects.create.useMutation({
    onSettled: () => utils.projects.list.invalidate(),
  });
  const add = () => create.mutate({ org: "acme", name: "Website" });
  return createElement("button", { onClick: add }, projects.data?.items.length);
}

export const app = createElement(
  TenantryProvider,
  null,
  createElement(Projects),
);
