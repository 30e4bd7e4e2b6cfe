import { CHALLENGE_LABEL } from "#shared/domain";

const TRY_MS = 1500;
const TRIES = 2;
/** The longest time of one DNS lookup with all its tries. */
const LONGEST_MS = 5000;

export interface Claim {
  domain: string;
  challenge: string;
}

/** The result of looking up a DNS record. `failed` means that the name servers gave no answer. */
export type RecordState = "found" | "missing" | "different" | "failed";

/** Returns the TXT record that an organization must publish to verify a domain. */
export function recordOf({ domain, challenge }: Claim) {
  return {
    type: "TXT" as const,
    name: `${CHALLENGE_LABEL}.${domain}`,
    value: `tenantry-verification=${challenge}`,
  };
}

/** @param servers the name servers to ask; if empty, the name servers of the operating system are asked */
export async function findRecord(
  servers: readonly string[],
  claim: Claim,
): Promise<RecordState> {
  const { name, value } = recordOf(claim);
  try {
    const records = await resolveTxt(servers, name);
    // Bun returns the strings of one TXT record as separate records, so join them.
    return records.flat().join("").includes(value) ? "found" : "different";
  } catch (error) {
    return isAbsent(error) ? "missing" : "failed";
  }
}

async function resolveTxt(servers: readonly string[], name: string) {
  const { Resolver } = await import("node:dns/promises");
  const resolver = new Resolver({ timeout: TRY_MS, tries: TRIES });
  if (servers.length > 0) resolver.setServers(servers);
  const late = setTimeout(() => resolver.cancel(), LONGEST_MS);
  try {
    return await resolver.resolveTxt(name);
  } finally {
    clearTimeout(late);
  }
}

function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && "code" in error && error.code;
  return code === "ENOTFOUND" || code === "ENODATA";
}
