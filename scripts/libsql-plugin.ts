import type { BunPlugin } from "bun";

const runTimeChoice = "require(`@libsql/${target}`)";

/**
 * libSQL chooses the package of its native addon at run time, but a single binary has no packages beside it. The plugin
 * writes the path of the addon into the code, so that the bundler finds and embeds the addon.
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
