import type { JSX } from "solid-js";
import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("layout", {
  appLayout: {
    main: "Main",
  },
  devMailHint: {
    text: (link: JSX.Element): JSX.Element => [
      "In development no mail leaves the program: ",
      link,
      ".",
    ],
    link: "open the captured mail",
  },
  errorPage: {
    request: "Request",
    somethingWentWrong: "Something went wrong",
    goToTheStart: "Go to the start page",
    tryAgain: "Try again",
    text: "The page could not be shown. Try again in a moment.",
    copyRequestId: "Copy request id",
  },
  navigationSheet: {
    openNavigation: "Open navigation",
    navigation: "Navigation",
    closeNavigation: "Close navigation",
    main: "Main",
  },
  noAccess: {
    notIncluded: "Your role does not include it.",
    roleWithout: (role: string) => `Your role, ${role}, does not include it.`,
    title: "You don’t have access to this page",
    backToTheDashboard: "Back to the dashboard",
    admins: "An admin can change that:",
  },
  notFound: {
    pageNotFound: "Page not found",
    goToTheStart: "Go to the start page",
    itMayHaveBeen:
      "It may have been moved or deleted, or you may not have access to it. Check the address for a typing error.",
  },
  languageLinks: {
    language: "Language",
  },
  pageLoading: {
    loading: "Loading…",
  },
  settingsLayout: {
    settings: "Settings",
  },
  skipLink: {
    skipToContent: "Skip to content",
  },
  offline: "You are offline. What you see may be old; changes are not saved.",
  userMenu: {
    system: "System",
    light: "Light",
    dark: "Dark",
    yourAccount: (name: string) => `Your account, ${name}`,
    accountSettings: "Account settings",
    language: "Language",
    browserLanguage: "As in the browser",
    theme: "Theme",
    signOut: "Sign out",
  },
});
