import type { JSX } from "solid-js";
import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("layout", {
  appLayout: {
    main: "Main",
  },
  devMailHint: {
    text: (link: JSX.Element): JSX.Element => [
      "In development no email is sent: ",
      link,
      ".",
    ],
    link: "open the captured emails",
  },
  errorPage: {
    request: "Request",
    somethingWentWrong: "Something went wrong",
    goToTheStart: "Go to the start page",
    tryAgain: "Try again",
    text: "The page couldn’t be shown. Try again in a moment.",
    copyRequestId: "Copy request ID",
  },
  navigationSheet: {
    openNavigation: "Open navigation",
    navigation: "Navigation",
    closeNavigation: "Close navigation",
    main: "Main",
  },
  noAccess: {
    notIncluded: "Your role doesn’t include this page.",
    roleWithout: (role: string) =>
      `The role ${role} doesn’t include this page.`,
    title: "You don’t have access to this page",
    backToTheDashboard: "Back to the dashboard",
    admins: "Ask an admin for access:",
  },
  notFound: {
    pageNotFound: "Page not found",
    goToTheStart: "Go to the start page",
    text: "The page may have been moved or deleted, or you don’t have access to it. Check the URL.",
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
  offline: "You’re offline. Changes won’t be saved.",
  reconnecting: "Reconnecting… What you see may be out of date.",
  userMenu: {
    system: "System",
    light: "Light",
    dark: "Dark",
    yourAccount: (name: string) => `Your account, ${name}`,
    accountSettings: "Account settings",
    language: "Language",
    browserLanguage: "Browser default",
    theme: "Theme",
    organizations: "Your organizations",
    help: "Help",
    shortcuts: "Keyboard shortcuts",
    whatsNew: "What’s new",
    apiReference: "API reference",
    support: "Contact support",
    signOut: "Sign out",
  },
});
