import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  missingOrganization: {
    title: "Diese Adresse ist nicht mehr in Gebrauch",
    showMyOrganizations: "Meine Organisationen zeigen",
    text: "Eine Ihrer Organisationen hatte sie und hat jetzt eine andere. Alte Adressen führen 90 Tage lang weiter; danach kann jemand anderes sie nehmen.",
  },
  userLayout: {
    organizations: "Organisationen",
    account: "Konto",
  },
  sessionEnded: {
    title: "Ihre Sitzung ist beendet",
    kept: "Was Sie eingegeben haben, ist noch da. Melden Sie sich in einem neuen Tab wieder an, dann geht es auf dieser Seite weiter.",
    as: (email: string) => `Sie waren als ${email} angemeldet.`,
    signIn: "In neuem Tab anmelden",
    leave: "Ohne die Eingaben verlassen",
  },
  leaveSuspended: {
    leave: "Organisation verlassen",
    leaveNow: "Verlassen",
    title: (name) => `${name ?? "Diese Organisation"} verlassen?`,
    text: "Was Sie angelegt haben, bleibt. Um zurückzukommen, muss ein Admin Sie wieder einladen.",
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
      "Sie haben sie verlassen, ein Admin hat Sie entfernt, oder sie wurde gelöscht. Fragen Sie einen ihrer Admins, wenn Sie das überrascht. Gleich öffnet sich die Startseite.",
    showMyOrganizations: "Meine Organisationen zeigen",
    suspendedText:
      "Ein Admin hat ihn gesperrt. Was Sie dort angelegt haben, bleibt erhalten und ist wieder da, sobald ein Admin Sie entsperrt.",
    yourOtherOrganizations: "Ihre anderen Organisationen",
  },
};

export default GERMAN;
