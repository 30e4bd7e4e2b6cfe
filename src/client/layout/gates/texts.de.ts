import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  missingOrganization: {
    title: "Diese URL wird nicht mehr verwendet",
    showMyOrganizations: "Meine Organisationen anzeigen",
    text: "Eine Ihrer Organisationen hat jetzt eine andere URL. Alte URLs werden 90 Tage lang weitergeleitet; danach kann jemand anderes sie verwenden.",
  },
  viewEnded: {
    title: (role) => `Die Ansicht als ${role} ist nicht mehr möglich`,
    text: "Die Rolle wurde gelöscht, oder Sie haben das Recht für solche Ansichten nicht mehr.",
    exit: "Ansicht beenden",
  },
  userLayout: {
    backTo: "Zurück zu",
    organizations: "Organisationen",
    account: "Konto",
  },
  sessionEnded: {
    title: "Ihre Sitzung ist beendet",
    kept: "Ihre Eingaben sind noch da. Melden Sie sich in einem neuen Tab an, um fortzufahren.",
    as: (email: string) => `Sie waren als ${email} angemeldet.`,
    signIn: "In neuem Tab anmelden",
    leave: "Verwerfen und verlassen",
  },
  leaveSuspended: {
    leave: "Organisation verlassen",
    leaveNow: "Verlassen",
    title: (name) => `${name ?? "Diese Organisation"} verlassen?`,
    text: "Ihre Projekte bleiben. Um zurückzukommen, brauchen Sie eine neue Einladung.",
    youLeft: (name) => `Sie haben ${name ?? "die Organisation"} verlassen`,
  },
  lostAccess: {
    suspended: (name) =>
      name === undefined
        ? "Ihr Zugang zu dieser Organisation ist gesperrt"
        : `Ihr Zugang zu ${name} ist gesperrt`,
    title: (name) => `Sie sind kein Mitglied von ${name} mehr`,
    goToTheStart: "Zur Startseite",
    goneText:
      "Sie haben die Organisation verlassen, ein Admin hat Sie entfernt, oder sie wurde gelöscht. Wenn Sie das nicht erwartet haben, fragen Sie einen Admin. Gleich öffnet sich die Startseite.",
    showMyOrganizations: "Meine Organisationen anzeigen",
    suspendedText:
      "Ein Admin hat Ihren Zugang gesperrt. Ihre Arbeit bleibt erhalten. Bitten Sie einen Admin, den Zugang wiederherzustellen.",
    yourOtherOrganizations: "Ihre anderen Organisationen",
  },
};

export default GERMAN;
