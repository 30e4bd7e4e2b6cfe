import type { BunPlugin } from "bun";
import type { Addons } from "./binary-target.ts";

/** The code with which libSQL finds out the system and loads the native addon for it. */
const PARTS = {
  imports:
    /const \{ load, currentTarget \} = require\(.*\);\nconst \{ familySync, GLIBC, MUSL \} = require\(.*\);\n/,
  choice: /function requireNative\(\) \{\n[^]+?\n\}\n/,
};

/**
 * libSQL and argon2 choose the packages of their native addons at run time. A single binary has no packages beside it,
 * and finding out the system takes a tenth of the start. The plugin writes the names or the paths of the addons into the
 * code instead.
 */
export function nameAddons(addons: Addons): BunPlugin {
  return {
    name: "name-addons",
    setup(build) {
      const ofLibsql = /[\\/]node_modules[\\/]libsql[\\/](index|promise)\.js$/;
      build.onLoad({ filter: ofLibsql }, async ({ path }) => {
        const source = await Bun.file(path).text();
        const contents = nameLibsqlAddon(source, path, addons.libsql);
        return { contents, loader: "js" };
      });
      // The module only chooses the addon and exports what the addon exports. The bundler knows no export of an addon, so
      // the code copies them.
      const ofArgon2 =
        /[\\/]node_modules[\\/]@node-rs[\\/]argon2[\\/]index\.js$/;
      build.onLoad({ filter: ofArgon2 }, () => ({
        contents: `module.exports = { ...${requireOf(addons.argon2)} };\n`,
        loader: "js",
      }));
    },
  };
}

function nameLibsqlAddon(source: string, path: string, addon: string) {
  const { imports, choice } = PARTS;
  if (!imports.test(source) || !choice.test(source))
    throw new Error(
      `${path} chooses its addon in a new way: adapt scripts/addons-plugin.ts.`,
    );
  const load = `const requireNative = () => ${requireOf(addon)};\n`;
  return source.replace(imports, () => load).replace(choice, "");
}

function requireOf(addon: string) {
  return `require(${JSON.stringify(addon)})`;
}
