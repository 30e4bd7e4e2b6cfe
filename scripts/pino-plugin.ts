import type { BunPlugin } from "bun";

/**
 * Pino reads the call stack when it creates a logger, so that transports can name files relative to the caller. The
 * program uses no transport, but Bun would load the source map of the whole program for it at every start. The plugin
 * replaces the module that reads the stack.
 */
export const skipCallersOfPino: BunPlugin = {
  name: "skip-callers-of-pino",
  setup(build) {
    const callers = /[\\/]node_modules[\\/]pino[\\/]lib[\\/]caller\.js$/;
    build.onLoad({ filter: callers }, () => ({
      contents: "module.exports = () => [];",
      loader: "js",
    }));
  },
};
