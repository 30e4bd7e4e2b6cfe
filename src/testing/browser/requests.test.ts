import { expect, test } from "bun:test";
import { faultsInBothThemes } from "./faults";
import { button } from "./locators";
import { browserSuite } from "./suite";

const { server, signedIn } = browserSuite();

test("a member asks for access and for a seat, and an admin finds the requests and approves them", async () => {
  const ana = await server.person("Ana Costa");
  const org = await server.organization(ana, "Acme");
  const ben = await server.join(ana, org, "viewer", "Ben Okri");
  const member = await signedIn(ben, `/o/${org.slug}/settings/api`);
  await button(member.page, "Ask for access").click();
  const dialog = member.page.getByRole("dialog", { name: "Ask for access?" });
  await dialog
    .getByRole("textbox", { name: "Message" })
    .fill("For the fair, see www.evil.example");
  await dialog.getByText("The admins see: For the fair, see").waitFor();
  expect(await faultsInBothThemes(member.page)).toEqual([]);
  await button(dialog, "Send request").click();
  await member.page.getByText("Request sent", { exact: true }).waitFor();
  await button(member.page, "Cancel request").click();
  await button(member.page, "Ask for access").click();
  await dialog.getByRole("textbox", { name: "Message" }).fill("For the fair");
  await button(dialog, "Send request").click();
  await button(member.page, "Cancel request").waitFor();

  const admin = await signedIn(ana, `/o/${org.slug}`);
  const attention = admin.page.getByRole("region", {
    name: "Needs your attention",
  });
  await attention.getByText("1 request from a member").waitFor();
  await attention.getByRole("link", { name: "Review requests" }).click();
  const table = admin.page.getByRole("table", { name: /^Open requests/ });
  const row = table.getByRole("row").filter({ hasText: "Ben Okri" });
  await row.getByText("Create personal API keys").waitFor();
  await row.getByText("“For the fair”").waitFor();
  expect(await faultsInBothThemes(admin.page)).toEqual([]);
  await row.getByRole("button", { name: "Approve" }).click();
  const role = admin.page.getByRole("dialog", {
    name: "Change Ben Okri’s role?",
  });
  await role.getByText("Can create and edit projects").waitFor();
  expect(await faultsInBothThemes(admin.page)).toEqual([]);
  await button(role, "Change role").click();
  await admin.page.getByText("No open requests").waitFor();
  // The page of the member learns of the new role by itself.
  await member.page.getByRole("heading", { name: "API", level: 1 }).waitFor();

  await server.db.client.execute({
    sql: "update organizations set seats = 1 where id = ?",
    args: [org.id],
  });
  await member.page.reload();
  const notice = member.page.getByRole("region", { name: "Read-only access" });
  await button(notice, "Ask for a seat").click();
  await button(member.page.getByRole("dialog"), "Send request").click();
  await button(notice, "Cancel request").waitFor();
  expect(await faultsInBothThemes(member.page)).toEqual([]);
  await row.getByRole("button", { name: "Decline" }).click();
  const decline = admin.page.getByRole("alertdialog", {
    name: "Decline the request of Ben Okri?",
  });
  await button(decline, "Decline request").click();
  await admin.page.getByText("No open requests").waitFor();
  await button(notice, "Ask for a seat").waitFor();
});
