import { permissionsPage } from "./permissions-page";

/** `bun run docs:permissions`: generates docs/permissions.md. */
await Bun.write(
  new URL("../docs/permissions.md", import.meta.url),
  permissionsPage(),
);
