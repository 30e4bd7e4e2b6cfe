import type { Shot } from "./load/shot";

export interface ProductFacts {
  origin: string;
  cookie: string;
  /** The API key of a member, and that of a service account. */
  personalKey: string;
  serviceKey: string;
  slug: string;
}

/** The same work in the product and in the ceiling. */
export interface Row {
  name: string;
  product: Shot;
  ceiling: Shot;
}

export const CREATE = {
  method: "POST",
  body: JSON.stringify({ name: "Benchmark" }),
};

export function rows({ cookie, slug }: ProductFacts): Row[] {
  const org = `/api/organizations/${slug}`;
  const input = encodeURIComponent(JSON.stringify({ org: slug }));
  const read = (name: string, product: string, ceiling: string): Row => ({
    name,
    product: { path: product, cookie },
    ceiling: { path: ceiling },
  });
  return [
    read("nothing: /healthz · fixed JSON", "/healthz", "/fixed"),
    read("context over REST", `/api/auth/context?org=${slug}`, "/context"),
    read(
      "context over tRPC",
      `/trpc/auth.context?input=${input}`,
      "/trpc/context",
    ),
    read("list organizations", "/api/organizations", "/organizations"),
    read("list 10 members", `${org}/members`, "/members"),
    read("list 20 projects", `${org}/projects?limit=20`, "/projects"),
    {
      name: "create a project",
      product: { path: `${org}/projects`, cookie, ...CREATE },
      ceiling: { path: "/projects", ...CREATE },
    },
  ];
}
