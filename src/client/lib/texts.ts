import { catalogue } from "./language/catalogue.ts";

export const texts = catalogue("lib", {
  denied:
    "Your role does not allow this. An admin of the organization can change that.",
  gone: "It is not there any more. Somebody may have deleted it.",
  changedMeanwhile: "Somebody changed this meanwhile.",
  lookAgain: "Look at what it is now, then try again.",
  mayBeStored: "This may be saved or not.",
  lookFirst:
    "The server lost its database while it saved your change. See whether the change is there before you try again.",
  unforeseen: "Something went wrong. Try again.",
  unreachable:
    "The server could not be reached. Check your connection and try again.",
  whoChanged: {
    byThem: (name: string, ago: string) => `${name} changed this ${ago}.`,
    byYou: (ago: string) => `You changed this ${ago}, in another window.`,
    byNobody: (ago: string) => `This was changed ${ago}.`,
    justNow: "just now",
  },
});
