import { createMemo } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { texts } from "./texts.ts";

const LIMIT = 100;

/**
 * Returns the names of service accounts and API keys. Only users who manage API keys can read these lists. For other
 * users, and for revoked keys, an API key has no name.
 */
export function usePrograms() {
  const { slug, can } = useOrganization();
  const isPermitted = () => ({ enabled: can("apiKey:manage") });
  const list = api.serviceAccounts.list.useQuery(
    () => ({ org: slug(), limit: LIMIT }),
    isPermitted,
  );
  const keys = api.apiKeys.list.useQuery(
    () => ({ org: slug(), owner: "all", limit: LIMIT }),
    isPermitted,
  );
  const accounts = createMemo(
    () =>
      new Map(
        list.isSuccess ? list.data.items.map(({ id, name }) => [id, name]) : [],
      ),
  );
  const keyName = (keyId: string) => {
    const key = keys.isSuccess
      ? keys.data.items.find(({ id }) => id === keyId)
      : undefined;
    const { actor } = texts();
    return key ? actor.keyNamed(key.name, key.last4) : actor.key;
  };
  return {
    accounts,
    keyName,
    isSettled: () => !can("apiKey:manage") || list.isSuccess || list.isError,
  };
}
