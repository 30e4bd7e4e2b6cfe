import { createTenantrySolid } from "../solid";

const api = createTenantrySolid();

export function ProjectCount() {
  const projects = api.projects.list.useQuery(() => ({ org: "acme" }));
  const create = api.projects.create.useMutation(() => ({
    onSettled: () => api.projects.list.invalidate({ org: "acme" }),
  }));
  const add = () => create.mutate({ org: "acme", name: "Website" });
  return { add, count: () => projects.data?.items.length };
}
