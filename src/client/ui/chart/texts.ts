import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("ui/chart", {
  asTable: "View as table",
  tableOf: (title: string) => `${title}, day by day`,
  day: "Day",
  onDay: (count: string, day: string) => `${count} on ${day}`,
});
