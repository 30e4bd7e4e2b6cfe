import type { Page } from "playwright-core";
import {
  type AcmeRole,
  BY_ROLE,
  ORGANIZATION_PAGES,
  PERSONAL_PAGES,
  PUBLIC_PAGES,
  type VisitedPage,
} from "#testing/browser/pages.ts";
import { OPEN_STATES } from "#testing/browser/states.ts";
import { EXTREME_PAGES } from "./extreme-pages.ts";

export interface Picture extends VisitedPage {
  width: number;
  height: number;
  theme: "light" | "dark";
  /** The email address of the signed-in user; undefined for public pages. */
  as?: string | undefined;
  scale?: number;
  /** Whether the picture shows the complete page instead of the visible part. */
  isWhole?: boolean;
  open?: ((page: Page) => Promise<void>) | undefined;
}

type Scene = Pick<Picture, "name" | "path" | "shows" | "as" | "open">;

const ROLES = Object.keys(BY_ROLE) as AcmeRole[];

/**
 * The public pages, the pages of an organization as each role sees them, the personal pages, and pages with an open
 * dialog or menu.
 */
const SCENES: readonly Scene[] = [
  ...PUBLIC_PAGES,
  {
    name: "invitation",
    path: "/invite#token=:invitation",
    shows: (page) => page.getByRole("heading", { name: /^Join/ }),
  },
  ...ORGANIZATION_PAGES.flatMap((page) =>
    ROLES.map((role) => ({
      ...page,
      name: `${page.name}.${role}`,
      as: BY_ROLE[role],
    })),
  ),
  ...PERSONAL_PAGES.map((page) => ({ ...page, as: BY_ROLE.admin })),
  { ...received(), as: "layla@demo.test" },
  ...OPEN_STATES.map((state) => ({
    ...state,
    name: `open-${state.name}`,
    shows: main,
    as: BY_ROLE.admin,
  })),
  ...EXTREME_PAGES.map((page) => ({ as: BY_ROLE.admin, ...page })),
];

/** Every scene in both themes, in the size of a desktop and of a phone. */
export const everyPicture: readonly Picture[] = SCENES.flatMap((scene) =>
  (["light", "dark"] as const).flatMap((theme) =>
    [
      { width: 1280, height: 800 },
      { width: 360, height: 740 },
    ].map((size) => ({
      ...scene,
      ...size,
      theme,
      name: `${scene.name}.${theme}.${size.width}`,
      isWhole: !scene.open,
    })),
  ),
);

/** The pictures that the docs show. */
export const docsPictures: readonly Picture[] = [
  "dashboard",
  "people",
  "projects",
  "billing",
].map((name) => ({
  ...sceneNamed(`${name}.admin`),
  name,
  width: 1280,
  height: 800,
  theme: "light",
  scale: 1.5,
}));

function sceneNamed(name: string): Scene {
  const found = SCENES.find((one) => one.name === name);
  if (!found) throw new Error(`No scene is called ${name}.`);
  return found;
}

function received(): VisitedPage {
  return {
    name: "received-one",
    path: "/account/invitations",
    shows: (page) => page.getByRole("button", { name: /Accept/ }),
  };
}

function main(page: Page) {
  return page.locator("main h1");
}
