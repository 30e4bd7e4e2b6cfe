import { createTenantrySolid } from "../sdk/solid";

/** The one typed client of the web app; every page reads and writes through it. */
export const api = createTenantrySolid();
