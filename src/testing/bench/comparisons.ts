import type { KeyedAccount } from "./data/keys";
import type { Shot } from "./load/shot";

/** A call in a session, and the same call with an API key. */
export interface Comparison {
  name: string;
  session: Shot[];
  key: Shot[];
}

type Call = Pick<Shot, "path" | "method" | "body">;

export function comparisons(accounts: readonly KeyedAccount[]): Comparison[] {
  const body = JSON.stringify({ name: "Benchmark" });
  const calls: Record<string, (org: string) => Call> = {
    "get an organization": (org) => ({ path: org }),
    "list 20 projects": (org) => ({ path: `${org}/projects?limit=20` }),
    "create a project": (org) => ({
      path: `${org}/projects`,
      method: "POST",
      body,
    }),
  };
  const keys = { personal: "personalKey", service: "serviceKey" } as const;
  return Object.entries(calls).flatMap(([name, call]) =>
    Object.entries(keys).map(([kind, key]) => {
      const shots = (credential: (account: KeyedAccount) => Partial<Shot>) =>
        accounts.map((account) => ({
          ...call(`/api/organizations/${account.slug}`),
          ...credential(account),
        }));
      return {
        name: `${name}, ${kind} key`,
        session: shots(({ cookie }) => ({ cookie })),
        key: shots((account) => ({ bearer: account[key] })),
      };
    }),
  );
}
