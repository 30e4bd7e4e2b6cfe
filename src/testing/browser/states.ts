import type { Page } from "playwright-core";

/** A dialog or menu that opens on a page, for an admin of Acme. */
export interface OpenState {
  name: string;
  path: string;
  open(page: Page): Promise<void>;
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name }).first().click();
const dialog = (page: Page) =>
  page.locator("[role=dialog]:visible, [role=alertdialog]:visible").waitFor();

export const OPEN_STATES: readonly OpenState[] = [
  {
    name: "new-passkey",
    path: "/account/passkeys",
    async open(page) {
      await press(page, "Add passkey");
      await dialog(page);
    },
  },
  {
    name: "new-link",
    path: "/o/acme/people?tab=links",
    async open(page) {
      await press(page, "New link");
      await dialog(page);
    },
  },
  {
    name: "new-link-refused",
    path: "/o/acme/people?tab=links&new-link=1",
    async open(page) {
      await dialog(page);
      await page.getByLabel("Maximum uses").fill("many");
      await press(page, "Create link");
      await page.locator("[aria-invalid=true]").waitFor();
    },
  },
  {
    name: "new-key",
    path: "/o/acme/settings/api?new=1",
    open: dialog,
  },
  {
    name: "new-key-refused",
    path: "/o/acme/settings/api?new=1",
    async open(page) {
      await dialog(page);
      await press(page, "Create API key");
      await page.locator("[aria-invalid=true]").waitFor();
    },
  },
  {
    name: "new-key-secret",
    path: "/o/acme/settings/api?new=1",
    async open(page) {
      await dialog(page);
      await page.getByLabel("Name", { exact: true }).fill("Deployment");
      await page
        .getByRole("dialog")
        .getByRole("button", { name: "Create API key" })
        .click();
      await page.getByRole("button", { name: "Copy API key" }).waitFor();
    },
  },
  {
    name: "key-permissions",
    path: "/o/acme/settings/api?tab=all",
    async open(page) {
      await press(page, /^3 permissions of the API key Laptop/);
      await dialog(page);
    },
  },
  {
    name: "rotate-key",
    path: "/o/acme/settings/api?tab=all",
    async open(page) {
      await press(page, "Actions for the API key Laptop");
      await page.getByRole("menuitem", { name: "Rotate…" }).click();
      await dialog(page);
    },
  },
  {
    name: "edit-key",
    path: "/o/acme/settings/api?tab=all",
    async open(page) {
      await press(page, "Actions for the API key CI server");
      await page.getByRole("menuitem", { name: "Edit…" }).click();
      await dialog(page);
    },
  },
  {
    name: "revoke-key",
    path: "/o/acme/settings/api?tab=all",
    async open(page) {
      await press(page, "Actions for the API key CI server");
      await page.getByRole("menuitem", { name: "Revoke…" }).click();
      await dialog(page);
    },
  },
  {
    name: "service-account",
    path: "/o/acme/settings/api?tab=service-accounts",
    async open(page) {
      await page.getByRole("link", { name: "Release bot" }).click();
      await page.getByRole("row").nth(1).waitFor();
      await page.getByRole("heading", { name: "Release bot" }).waitFor();
    },
  },
  {
    name: "edit-service-account",
    path: "/o/acme/settings/api?tab=service-accounts",
    async open(page) {
      await press(page, "Actions for the service account Release bot");
      await page.getByRole("menuitem", { name: "Edit…" }).click();
      await dialog(page);
    },
  },
  {
    name: "connect-key",
    path: "/o/acme/settings/connect",
    async open(page) {
      await press(page, "Create a read-only key");
      await page.locator("pre").getByText("tnt_live_").waitFor();
    },
  },
  {
    name: "new-service-account",
    path: "/o/acme/settings/api?tab=service-accounts&new=1",
    open: dialog,
  },
  {
    name: "person",
    path: "/o/acme/people",
    async open(page) {
      await page
        .getByRole("rowheader")
        .getByRole("link", { name: /^Kwame/ })
        .click();
      await page.getByRole("dialog").getByText("Recent activity").waitFor();
    },
  },
  {
    name: "people-columns",
    path: "/o/acme/people",
    async open(page) {
      await page.getByRole("button", { name: "View", exact: true }).click();
      await page.getByRole("menuitemcheckbox").first().waitFor();
    },
  },
  {
    name: "suspend-member",
    path: "/o/acme/people",
    async open(page) {
      await press(page, "Actions for Ben");
      await page.getByRole("menuitem", { name: "Suspend…" }).click();
      await dialog(page);
    },
  },
  {
    name: "new-project",
    path: "/o/acme/projects",
    async open(page) {
      await press(page, "New project");
      await dialog(page);
    },
  },
  {
    name: "new-project-refused",
    path: "/o/acme/projects",
    async open(page) {
      await press(page, "New project");
      await press(page, "Create project");
      await page.locator("[aria-invalid=true]").waitFor();
    },
  },
  {
    name: "settings-overtaken",
    path: "/o/acme/settings",
    async open(page) {
      const { origin } = new URL(page.url());
      await page.getByLabel("Time zone").fill("America/Lima");
      const elsewhere = await page.request.put(
        `${origin}/api/organizations/acme`,
        { headers: { origin }, data: { settings: { timezone: "Asia/Tokyo" } } },
      );
      if (!elsewhere.ok()) throw new Error(await elsewhere.text());
      const form = page.getByRole("region", { name: "Preferences" });
      await form.getByRole("button", { name: "Save", exact: true }).click();
      await form.getByText("Save mine anyway").waitFor();
    },
  },
  {
    name: "project-menu",
    path: "/o/acme/projects",
    async open(page) {
      await press(page, /^Actions for/);
      await page.getByRole("menu").waitFor();
    },
  },
  {
    name: "projects-selected",
    path: "/o/acme/projects",
    async open(page) {
      const boxes = page.getByRole("row").getByRole("checkbox");
      await boxes.nth(1).check({ force: true });
      await boxes.nth(2).check({ force: true });
      await page.getByText("2 selected").first().waitFor();
    },
  },
  {
    name: "invite",
    path: "/o/acme/people",
    async open(page) {
      await press(page, "Invite people");
      await dialog(page);
      await page.getByLabel("Email addresses").fill("ann@acme.example, bob, ");
    },
  },
  {
    name: "role-select",
    path: "/o/acme/people",
    async open(page) {
      await page.getByRole("combobox", { name: /^Role of Ben/ }).click();
      await page.getByRole("option").first().waitFor();
    },
  },
  {
    name: "remove-member",
    path: "/o/acme/people",
    async open(page) {
      await press(page, /^Actions for Tomasz/);
      await page.getByRole("menuitem", { name: "Remove" }).click();
      await dialog(page);
    },
  },
  {
    name: "revoke-invitation",
    path: "/o/acme/people?status=invited",
    async open(page) {
      await press(page, /^Actions for/);
      await page.getByRole("menuitem", { name: "Revoke…" }).click();
      await dialog(page);
    },
  },
  {
    name: "choose-plan",
    path: "/o/acme/settings/billing",
    async open(page) {
      await press(page, "Switch to Team");
      await dialog(page);
      await page.getByRole("textbox", { name: "Seats" }).fill("2");
      await page.getByText("will become read-only").first().waitFor();
    },
  },
  {
    name: "choose-plan-refused",
    path: "/o/acme/settings/billing?plan=team",
    async open(page) {
      await dialog(page);
      await page.getByRole("textbox", { name: "Seats" }).fill("none");
      await page.locator("[aria-invalid=true]").waitFor();
    },
  },
  {
    name: "audit-event",
    path: "/o/acme/settings/audit?what=members.updateRole",
    async open(page) {
      await press(page, /role from/);
      await page.getByRole("cell", { name: "Member" }).first().waitFor();
    },
  },
  {
    name: "audit-verify",
    path: "/o/acme/settings/audit",
    async open(page) {
      await press(page, "Verify");
      await page
        .getByRole("dialog")
        .getByText("Verified", { exact: true })
        .waitFor();
    },
  },
  {
    name: "audit-actions",
    path: "/o/acme/settings/audit",
    async open(page) {
      await page.getByRole("button", { name: /^Action/ }).click();
      await page.getByRole("option").first().waitFor();
    },
  },
  {
    name: "delete-organization",
    path: "/o/acme/settings/danger",
    async open(page) {
      await press(page, "Delete organization…");
      await dialog(page);
    },
  },
  {
    name: "picture-refused",
    path: "/account",
    async open(page) {
      const chosen = { name: "notes.txt", mimeType: "text/plain" };
      const buffer = Buffer.from("no picture");
      await page
        .getByLabel("Picture file")
        .setInputFiles({ ...chosen, buffer });
      await page.getByText("Unsupported file").first().waitFor();
    },
  },
  {
    name: "set-up-app",
    path: "/account/two-factor",
    async open(page) {
      await press(page, "Set up");
      await dialog(page);
      await page.getByRole("img", { name: /^QR code/ }).waitFor();
    },
  },
  {
    name: "set-up-app-refused",
    path: "/account/two-factor",
    async open(page) {
      await press(page, "Set up");
      await press(page, "Turn on");
      await page.locator("[aria-invalid=true]").waitFor();
    },
  },
  {
    name: "switcher",
    path: "/o/acme",
    async open(page) {
      await press(page, /Current organization/);
      await page.getByRole("option").first().waitFor();
    },
  },
  {
    name: "user-menu",
    path: "/o/acme",
    async open(page) {
      await press(page, /^Your account/);
      await page.getByRole("menu").waitFor();
    },
  },
];
