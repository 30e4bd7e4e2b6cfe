/**
 * Lets `bun test` run Solid components: compiles their JSX as Vite does, and gives them a browser's globals.
 *
 * bun test --conditions=browser --preload ./src/testing/kit/solid-preload.ts src/client
 */
import { transformAsync } from "@babel/core";
import { plugin } from "bun";
import { GlobalWindow } from "happy-dom";

plugin({
  name: "solid",
  setup(build) {
    build.onLoad({ filter: /\.[jt]sx$/ }, async ({ path }) => {
      const source = await Bun.file(path).text();
      const compiled = await transformAsync(source, {
        filename: path,
        babelrc: false,
        configFile: false,
        sourceMaps: "inline",
        presets: [
          ["babel-preset-solid", { generate: "dom" }],
          "@babel/preset-typescript",
        ],
      });
      return { contents: compiled?.code ?? "", loader: "js" };
    });
  },
});

const page = new GlobalWindow({ url: "http://localhost:3000/" });
// Keep the runtime's own timers and `fetch`: tests control the timers, and no test may reach the network.
const KEPT = new Set<PropertyKey>(Object.getOwnPropertyNames(globalThis));
const BROWSER = [
  "Event",
  "EventTarget",
  "CustomEvent",
  "MessageEvent",
  "ErrorEvent",
  "AbortController",
  "AbortSignal",
  "File",
  "Blob",
  "FormData",
  "navigator",
  "location",
];

for (const name of Reflect.ownKeys(page)) {
  if (KEPT.has(name) && !BROWSER.includes(String(name))) continue;
  const descriptor = Object.getOwnPropertyDescriptor(page, name);
  if (descriptor)
    Object.defineProperty(globalThis, name, {
      ...descriptor,
      configurable: true,
    });
}
// Replace these functions separately, because the runtime has its own versions, which do not receive the events of this
// window.
for (const name of [
  "addEventListener",
  "removeEventListener",
  "dispatchEvent",
] as const)
  Object.defineProperty(globalThis, name, {
    value: page[name].bind(page),
    configurable: true,
    writable: true,
  });
Object.defineProperty(globalThis, "window", {
  value: globalThis,
  configurable: true,
});
