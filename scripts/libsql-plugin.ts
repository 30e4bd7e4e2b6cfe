import type { BunPlugin } from "bun";

const runTimeChoice = "require(`@libsql/${target}`)";

/**
 * libSQL chooses its native addon at run time, which a single binary cannot: there are no packages beside it. The
 * plugin names the addon of the target instead, so that the bundler finds and embeds it.
 */
export function embedLibsql(addon: string): BunPlugin {
  return {
    name: "embed-libsql",
    setup(build) {
      const loaders = /[\\/]node_modules[\\/]libsql[\\/](index|promise)\.js$/;
      build.onLoad({ filter: loaders }, async ({ path }) => {
        const source = await Bun.file(path).text();
        return { contents: nameAddon(source, path, addon), loader: "js" };
      });
    },
  };
}

function nameAddon(source: string, path: string, addon: string) {
  if (source.includes(runTimeChoice)) {
    return source.replace(runTimeChoice, `require(${JSON.stringify(addon)})`);
  }
  throw new Error(
    `${path} no longer chooses its addon with ${runTimeChoice}: adapt scripts/libsql-plugin.ts.`,
  );
}
