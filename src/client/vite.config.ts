import { resolve } from "node:path";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, loadEnv, type Plugin } from "vite";
import solid from "vite-plugin-solid";
import { helpPages } from "./vite-help.ts";

const repository = resolve(import.meta.dirname, "../..");

/**
 * `vite build` writes the app to dist/web. `vite build --mode gallery` writes the gallery of primitives to
 * dist/gallery, so that it can be viewed under the production content security policy.
 */
export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  base: "/",
  publicDir: resolve(repository, "public"),
  cacheDir: resolve(repository, "node_modules/.vite"),
  // Reads the path aliases from tsconfig.json.
  resolve: { tsconfigPaths: true },
  plugins: [tailwindcss(), solid(), helpPages(), galleryAddress()],
  server: {
    port: 5173,
    strictPort: true,
    proxy: proxyTo(serverAddress(mode)),
  },
  build: {
    outDir: resolve(
      repository,
      mode === "gallery" ? "dist/gallery" : "dist/web",
    ),
    emptyOutDir: true,
    assetsDir: "assets",
    // Fonts and styles stay separate files, because the content security policy forbids data: URLs.
    assetsInlineLimit: 0,
    // All these browsers support the CSS function light-dark(), so the build does not replace it.
    cssTarget: ["chrome123", "firefox128", "safari17.5"],
    rolldownOptions: {
      input: resolve(
        import.meta.dirname,
        mode === "gallery" ? "gallery/index.html" : "index.html",
      ),
    },
  },
}));

function serverAddress(mode: string) {
  const { PORT } = loadEnv(mode, repository, "PORT");
  return `http://127.0.0.1:${PORT || 3000}`;
}

function proxyTo(server: string) {
  return { "/trpc": server, "/api": server, "/mcp": server, "/dev": server };
}

/** Serves the gallery at `/ui` on the dev server. The production build does not contain it. */
function galleryAddress(): Plugin {
  return {
    name: "tenantry:gallery",
    apply: "serve",
    configureServer(dev) {
      dev.middlewares.use((request, _response, next) => {
        if (request.url === "/ui" || request.url?.startsWith("/ui?"))
          request.url = "/gallery/index.html";
        next();
      });
    },
  };
}
