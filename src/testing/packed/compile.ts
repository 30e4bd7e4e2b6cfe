import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Consumer } from "./consumer";

const compilers = {
  "5.6": { folder: "typescript-5", module: "NodeNext", resolution: "NodeNext" },
  "7": { folder: "typescript", module: "ESNext", resolution: "bundler" },
};
export type Compiler = keyof typeof compilers;

/** Returns the lines of a compiler about the files whose path starts like this. */
export type Faults = (path: string) => string[];

/** Compiles all sources of the project with strict settings, and writes the JavaScript into `out-<version>`. */
export async function compile(
  consumer: Consumer,
  version: Compiler,
): Promise<Faults> {
  const { folder, module, resolution } = compilers[version];
  const settings = `tsconfig.${version}.json`;
  await consumer.write(
    settings,
    JSON.stringify({
      compilerOptions: {
        target: "ES2022",
        lib: ["ES2023", "DOM", "DOM.Iterable"],
        types: ["node"],
        module,
        moduleResolution: resolution,
        jsx: "react-jsx",
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
        rootDir: "src",
        outDir: `out-${version}`,
      },
      include: ["src"],
    }),
  );
  const tsc = `node_modules/${folder}/bin/tsc`;
  const command = [
    consumer.node.node,
    tsc,
    "-p",
    settings,
    "--pretty",
    "false",
  ];
  const { output } = await consumer.run(command);
  const lines = output.split("\n").filter((line) => /^\S/.test(line));
  return (path) => lines.filter((line) => line.startsWith(path));
}

/** Copies the examples of an installed package into a folder of the project, as programs that import this package. */
export async function copyExamples(
  consumer: Consumer,
  into: string,
  { from, as }: { from: string; as: string },
) {
  const folder = join(consumer.folder, "node_modules", from, "examples");
  for (const file of readdirSync(folder)) {
    const example = await Bun.file(join(folder, file)).text();
    const source = example.replace(/"tenantry(\/\w+)?"/g, `"${as}$1"`);
    await consumer.write(join("src", into, file), source);
  }
}
