import { permissionsPage } from "./permissions-page";

/** `bun run docs:permissions`: writes the page anew. */
await Bun.write(
  new URL("../docs/permissions.md", import.meta.url),
  permissionsPage(),
);
