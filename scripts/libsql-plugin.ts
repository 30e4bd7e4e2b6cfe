import type { BunPlugin } from "bun";

/** The code with which libSQL finds out the system and loads the native addon for it. */
const PARTS = {
  imports:
    /const \{ load, currentTarget \} = require\(.*\);\nconst \{ familySync, GLIBC, MUSL \} = require\(.*\);\n/,
  choice: /function requireNative\(\) \{\n[^]+?\n\}\n/,
};

/**
 * libSQL chooses the package of its native addon at run time. A single binary has no packages beside it, and finding out
 * the system takes a tenth of the start. The plugin writes the name or the path of the addon into the code instead.
 */
export function nameLibsqlAddon(addon: string): BunPlugin {
  return {
    name: "name-libsql-addon",
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
  const { imports, choice } = PARTS;
  if (!imports.test(source) || !choice.test(source))
    throw new Error(
      `${path} chooses its addon in a new way: adapt scripts/libsql-plugin.ts.`,
    );
  const load = `const requireNative = () => require(${JSON.stringify(addon)});\n`;
  return source.replace(imports, () => load).replace(choice, "");
}
