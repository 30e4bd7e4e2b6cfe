import type { Shot } from "./load/shot";
import { CREATE, type ProductFacts } from "./rows";

/** A call in a session, and the same call with an API key. */
export interface Comparison {
  name: string;
  session: Shot;
  key: Shot;
}

export function comparisons(facts: ProductFacts): Comparison[] {
  const { cookie, personalKey, serviceKey, slug } = facts;
  const org = `/api/organizations/${slug}`;
  const calls: [name: string, shot: Shot][] = [
    ["get an organization", { path: org }],
    ["list 20 projects", { path: `${org}/projects?limit=20` }],
    ["create a project", { path: `${org}/projects`, ...CREATE }],
  ];
  return calls.flatMap(([name, shot]) =>
    Object.entries({ personal: personalKey, service: serviceKey }).map(
      ([kind, bearer]) => ({
        name: `${name}, ${kind} key`,
        session: { ...shot, cookie },
        key: { ...shot, bearer },
      }),
    ),
  );
}
