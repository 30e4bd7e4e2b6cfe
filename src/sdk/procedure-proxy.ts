import { createTRPCRecursiveProxy } from "@trpc/server";

export type Method = (path: string, ...args: never[]) => unknown;

/** Creates an object in which every path of procedures has the given methods: `api.projects.list.query(…)`. */
export function procedureProxy<Client>(methods: Record<string, Method>) {
  return createTRPCRecursiveProxy<Client>(({ path, args }) => {
    const procedure = path.slice(0, -1).join(".");
    const name = path.at(-1);
    if (name === undefined || !Object.hasOwn(methods, name))
      throw new TypeError(`api.${procedure} has no method ${name}.`);
    return apply(methods[name], procedure, args);
  });
}

/**
 * The cast is safe: the compiler has checked the arguments against the type of the client, but the handler of the proxy
 * does not know their types.
 */
function apply(
  method: Method | undefined,
  path: string,
  args: readonly unknown[],
) {
  return method?.(path, ...(args as never[]));
}
