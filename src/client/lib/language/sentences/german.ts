/** What the server and the shared schemas say, by the English sentence; `{}` is a value. */
export const GERMAN_SENTENCES: Record<string, string> = {
  "A code has at most 64 characters.": "Ein Code hat höchstens 64 Zeichen.",
  "A domain is shorter than that.": "Eine Domain ist kürzer.",
  "A slug has at least 2 characters.": "Eine Adresse hat mindestens 2 Zeichen.",
  "A slug has at most 48 characters.": "Eine Adresse hat höchstens 48 Zeichen.",
  "An account has at most 20 passkeys. Remove one you do not use first.":
    "Ein Konto hat höchstens 20 Passkeys. Entfernen Sie zuerst einen, den Sie nicht benutzen.",
  "An admin needs a confirmed email address. Ask this user to confirm theirs under Account, Profile; then try again.":
    "Ein Admin braucht eine bestätigte E-Mail-Adresse. Bitten Sie diese Person, ihre unter Konto, Profil zu bestätigen; versuchen Sie es dann noch einmal.",
  "An admin role is on offer in this organization already. Wait for the answer, or take that offer back first.":
    "In dieser Organisation ist schon eine Admin-Rolle angeboten. Warten Sie die Antwort ab, oder nehmen Sie jenes Angebot zuerst zurück.",
  "An email address has at most 254 characters.":
    "Eine E-Mail-Adresse hat höchstens 254 Zeichen.",
  "An organization has at most 20 domains. Remove one you do not need first.":
    "Eine Organisation hat höchstens 20 Domains. Entfernen Sie zuerst eine, die Sie nicht brauchen.",
  "An organization has at most 20 invitation links that work. Revoke one first.":
    "Eine Organisation hat höchstens 20 gültige Einladungslinks. Ziehen Sie zuerst einen zurück.",
  "An organization makes at most 50 roles. Delete one that nobody needs first.":
    "Eine Organisation hat höchstens 50 eigene Rollen. Löschen Sie zuerst eine, die niemand braucht.",
  "An organization needs at least one admin. Make somebody else an admin first.":
    "Eine Organisation braucht mindestens einen Admin. Machen Sie zuerst jemand anderen dazu.",
  "An organization sends at most {} invitations a day; {} more would be over that.":
    "Eine Organisation verschickt höchstens {} Einladungen am Tag; {} weitere wären zu viel.",
  "An account sends at most 100 invitations a day. Invite fewer people, or try again later.":
    "Ein Konto verschickt höchstens 100 Einladungen am Tag. Laden Sie weniger Personen ein, oder versuchen Sie es später wieder.",
  "In its first 7 days an account sends at most 25 invitations a day. Invite fewer people, or try again later.":
    "Ein Konto verschickt in seinen ersten 7 Tagen höchstens 25 Einladungen am Tag. Laden Sie weniger Personen ein, oder versuchen Sie es später wieder.",
  "This address got 3 invitations to this organization within an hour. Try again in an hour.":
    "Diese Adresse hat in einer Stunde 3 Einladungen in diese Organisation bekommen. Versuchen Sie es in einer Stunde wieder.",
  "Another organization has proven that this domain is its own. It has to give it up first.":
    "Eine andere Organisation hat nachgewiesen, dass ihr diese Domain gehört. Sie muss sie zuerst aufgeben.",
  "Anybody can have an address at {}. Enter a domain of your own.":
    "Eine Adresse bei {} kann jeder haben. Geben Sie eine eigene Domain ein.",
  "Ask for at most {} days.": "Fragen Sie nach höchstens {} Tagen.",
  "Choose a member who has access.": "Wählen Sie ein Mitglied mit Zugang.",
  "Choose a member who is no admin yet.":
    "Wählen Sie ein Mitglied, das noch kein Admin ist.",
  "Choose a member who is not suspended.":
    "Wählen Sie ein Mitglied, das nicht gesperrt ist.",
  "Choose a picture.": "Wählen Sie ein Bild.",
  "Choose another role than the one that goes.":
    "Wählen Sie eine andere Rolle als die, die gelöscht wird.",
  "Choose one of the roles.": "Wählen Sie eine der Rollen.",
  "Choose somebody who stays in the organization.":
    "Wählen Sie jemanden, der in der Organisation bleibt.",
  "Choose the role you want to have afterwards.":
    "Wählen Sie die Rolle, die Sie danach haben möchten.",
  "Confirm first that it is you.": "Bestätigen Sie zuerst, dass Sie es sind.",
  "Confirm with the address of your account: {}.":
    "Bestätigen Sie mit der Adresse Ihres Kontos: {}.",
  "Confirm with the organization's slug: {}.":
    "Bestätigen Sie mit dem Kurznamen der Organisation: {}.",
  "Confirm with your password.": "Bestätigen Sie mit Ihrem Passwort.",
  "Confirm your address first: follow the link we mailed to you, or ask for a new one.":
    "Bestätigen Sie zuerst Ihre Adresse: Folgen Sie dem Link in unserer E-Mail, oder fordern Sie einen neuen an.",
  "Enter a code.": "Geben Sie einen Code ein.",
  "Enter a domain such as acme.com, without https:// and without a path.":
    "Geben Sie eine Domain wie muster.de ein, ohne https:// und ohne Pfad.",
  "Enter a domain.": "Geben Sie eine Domain ein.",
  "Enter a name.": "Geben Sie einen Namen ein.",
  "Enter a password.": "Geben Sie ein Passwort ein.",
  "Enter a valid email address.": "Geben Sie eine gültige E-Mail-Adresse ein.",
  "Enter an address such as https://example.com.":
    "Geben Sie eine Adresse wie https://muster.de ein.",
  "Enter an email address.": "Geben Sie eine E-Mail-Adresse ein.",
  "Every seat of this organization is taken, by a member or by an invitation. Free one, or get more.":
    "Alle Plätze dieser Organisation sind vergeben, an Mitglieder oder Einladungen. Machen Sie einen frei, oder kaufen Sie weitere.",
  "Give a day such as 2026-12-03.": "Nennen Sie einen Tag wie 2026-12-03.",
  "Give either email or emails.": "Nennen Sie entweder email oder emails.",
  "Give either permissions or replacement.":
    "Nennen Sie entweder permissions oder replacement.",
  "Give permissions, separated by commas.":
    "Nennen Sie Rechte, durch Kommas getrennt.",
  "Give the nextCursor of the page before.":
    "Nennen Sie den nextCursor der vorigen Seite.",
  "Give the number of an event.": "Nennen Sie die Nummer eines Eintrags.",
  "Give an anchor as it was noted.":
    "Nennen Sie einen Anker so, wie er notiert wurde.",
  "If-Match takes the moment at which you read what you change.":
    "If-Match nimmt den Zeitpunkt, zu dem Sie gelesen haben, was Sie ändern.",
  "Invalid invitation. Ask whoever invited you to send a new one.":
    "Ungültige Einladung. Bitten Sie die Person, die Sie eingeladen hat, um eine neue.",
  "Leave out the user name and password: everyone who sees the logo sees its address.":
    "Lassen Sie Benutzernamen und Passwort weg: Wer das Logo sieht, sieht auch seine Adresse.",
  "Must be the address of your account.": "Muss die Adresse Ihres Kontos sein.",
  "Must be the organization's slug.":
    "Muss der Kurzname der Organisation sein.",
  "Nobody becomes an admin by a link. Choose another role.":
    "Über einen Link wird niemand Admin. Wählen Sie eine andere Rolle.",
  "Nobody becomes an admin by themselves. Choose another role.":
    "Niemand wird von selbst Admin. Wählen Sie eine andere Rolle.",
  "Nobody changes a built-in role. Make one of your own from it.":
    "Eingebaute Rollen ändert niemand. Legen Sie auf ihrer Grundlage eine eigene an.",
  "Nobody suspends themselves. Leave the organization instead.":
    "Niemand sperrt sich selbst. Verlassen Sie stattdessen die Organisation.",
  "Not found.": "Nicht gefunden.",
  "Only an admin can hand over the role of an admin.":
    "Nur ein Admin kann die Admin-Rolle übergeben.",
  "Open the mailed link in this browser first, or ask for a new one.":
    "Öffnen Sie zuerst den Link aus der E-Mail in diesem Browser, oder fordern Sie einen neuen an.",
  "Organization not found.": "Organisation nicht gefunden.",
  "Say which role.": "Sagen Sie, welche Rolle.",
  "Send the body as application/json.":
    "Senden Sie den Inhalt als application/json.",
  "Send the file in base64.": "Senden Sie die Datei in base64.",
  "Set up a second factor for your own account first; then you can require one of everybody.":
    "Richten Sie zuerst für Ihr eigenes Konto einen zweiten Faktor ein; dann können Sie ihn von allen verlangen.",
  "Sign in to continue.": "Melden Sie sich an, um fortzufahren.",
  "Sign in to the account that asked for this address, then open the link again. It was not used up.":
    "Melden Sie sich bei dem Konto an, das um diese Adresse gebeten hat, und öffnen Sie den Link noch einmal. Er wurde nicht verbraucht.",
  "You're now the only member of {}. Review what happens to it.":
    "Seit eben ist außer Ihnen niemand mehr in {}. Sehen Sie noch einmal nach, was damit geschieht.",
  "Somebody changed this meanwhile. Reload it and try again.":
    "Das wurde inzwischen von jemandem geändert. Laden Sie es neu und versuchen Sie es erneut.",
  "Something went wrong on our side.": "Bei uns ist etwas schiefgegangen.",
  "The address is too long.": "Die Adresse ist zu lang.",
  "The address or the password is wrong.":
    "Die Adresse oder das Passwort ist falsch.",
  "The body is not valid JSON.": "Der Inhalt ist kein gültiges JSON.",
  "The body is too large. Send at most 256 KiB.":
    "Der Inhalt ist zu groß. Senden Sie höchstens 256 KiB.",
  "The code is wrong, or it was used before. Enter another one.":
    "Der Code ist falsch oder wurde schon benutzt. Geben Sie einen anderen ein.",
  "The connection to the database broke. It is not known whether your change was stored. Repeat the request with the same Idempotency-Key, or look first whether the change is there.":
    "Die Verbindung zur Datenbank ist abgebrochen. Ob Ihre Änderung gespeichert wurde, ist nicht bekannt. Wiederholen Sie die Anfrage mit demselben Idempotency-Key oder sehen Sie erst nach, ob die Änderung da ist.",
  "The event could not be stored. Send it again.":
    "Das Ereignis konnte nicht gespeichert werden. Senden Sie es noch einmal.",
  "The file is empty.": "Die Datei ist leer.",
  "The file is too large: use at most {} KB.":
    "Die Datei ist zu groß: Verwenden Sie höchstens {} KB.",
  "The first day comes after the last one.":
    "Der erste Tag liegt nach dem letzten.",
  "The input is not valid.": "Die Eingabe ist nicht gültig.",
  "The name servers of the domain did not answer as they should; nothing was changed. Try again shortly.":
    "Die Nameserver der Domain haben nicht wie erwartet geantwortet; es wurde nichts geändert. Versuchen Sie es gleich noch einmal.",
  "The other service did not answer as it should; nothing was changed. Try again, or sign in another way.":
    "Der andere Dienst hat nicht wie erwartet geantwortet; es wurde nichts geändert. Versuchen Sie es erneut, oder melden Sie sich anders an.",
  "The other service does not tell an email address of yours. Add one there, or sign up with your address here.":
    "Der andere Dienst nennt keine E-Mail-Adresse von Ihnen. Ergänzen Sie dort eine, oder registrieren Sie sich hier mit Ihrer Adresse.",
  "The password is wrong.": "Das Passwort ist falsch.",
  "The payment service did not answer as it should. Try again shortly; nothing is charged twice.":
    "Der Zahlungsdienst hat nicht wie erwartet geantwortet. Versuchen Sie es gleich noch einmal; nichts wird doppelt berechnet.",
  "The picture is animated. Use one that stands still.":
    "Das Bild ist animiert. Verwenden Sie eines, das stillsteht.",
  "The picture is damaged. Save it anew, or use another one.":
    "Das Bild ist beschädigt. Speichern Sie es neu, oder verwenden Sie ein anderes.",
  "The picture is too large: use at most {} pixels on a side, and 12 megapixels.":
    "Das Bild ist zu groß: Verwenden Sie höchstens {} Pixel je Seite und 12 Megapixel.",
  "The picture is too small: use at least {} × {} pixels.":
    "Das Bild ist zu klein: Verwenden Sie mindestens {} × {} Pixel.",
  "The plan of this organization does not include this, or no more of it. Choose a larger plan.":
    "Der Tarif dieser Organisation umfasst das nicht, oder nicht mehr davon. Wählen Sie einen größeren Tarif.",
  "The plan of this organization has no room for this project: it can be read, not written. Delete another one, or choose a larger plan.":
    "Der Tarif dieser Organisation hat keinen Platz für dieses Projekt: Es ist nur lesbar. Löschen Sie ein anderes, oder wählen Sie einen größeren Tarif.",
  "The plan {} has at most {} seats.": "Der Tarif {} hat höchstens {} Plätze.",
  "The record is not there yet. New records may take up to an hour to show; then check again.":
    "Der Eintrag ist noch nicht da. Neue Einträge brauchen bis zu einer Stunde; prüfen Sie dann noch einmal.",
  "The request came from another site. Send it from this one.":
    "Die Anfrage kam von einer anderen Seite. Senden Sie sie von dieser.",
  "The server is busy; nothing was changed. Try again shortly.":
    "Der Server ist beschäftigt; es wurde nichts geändert. Versuchen Sie es gleich noch einmal.",
  "The signature does not fit the message. Check the signing secret.":
    "Die Signatur passt nicht zur Nachricht. Prüfen Sie das Signaturgeheimnis.",
  "There are {} seats. Choose at most as many members.":
    "Es gibt {} Plätze. Wählen Sie höchstens so viele Mitglieder.",
  "There is a record at {}, and it says something else. Copy the value as it is shown here; a changed record may take up to an hour to show.":
    "Unter {} gibt es einen Eintrag mit anderem Inhalt. Kopieren Sie den Wert, wie er hier steht; ein geänderter Eintrag braucht bis zu einer Stunde.",
  "There is a role with this name already.":
    "Es gibt schon eine Rolle mit diesem Namen.",
  "There is a role with this name already. Choose another name.":
    "Es gibt schon eine Rolle mit diesem Namen. Wählen Sie einen anderen.",
  "There is an account with this address already. Sign in to it, then connect the other one under Linked accounts.":
    "Zu dieser Adresse gibt es schon ein Konto. Melden Sie sich dort an und verbinden Sie das andere unter „Verbundene Konten“.",
  "There is no authenticator app to confirm. Start again.":
    "Es gibt keine Authenticator-App zu bestätigen. Fangen Sie noch einmal an.",
  "There is no subscription yet. Choose a plan first.":
    "Es gibt noch kein Abo. Wählen Sie zuerst einen Tarif.",
  "There is no such field.": "Dieses Feld gibt es nicht.",
  "There is no such role. Choose one of the roles of this organization.":
    "Diese Rolle gibt es nicht. Wählen Sie eine der Rollen dieser Organisation.",
  "This Idempotency-Key was used with another request. Use a new key.":
    "Dieser Idempotency-Key wurde für eine andere Anfrage benutzt. Verwenden Sie einen neuen.",
  "This account isn't linked to yours. Use a linked account.":
    "Dieses fremde Konto ist nicht mit Ihrem verbunden. Verwenden Sie eines, das verbunden ist.",
  "This account elsewhere signs somebody else in here. Disconnect it there first.":
    "Dieses fremde Konto meldet hier jemand anderen an. Trennen Sie es dort zuerst.",
  "This address belonged to an organization of yours that has another one now. Look for it in your list.":
    "Diese Adresse gehörte einer Ihrer Organisationen, die jetzt eine andere hat. Suchen Sie sie in Ihrer Liste.",
  "This address does not answer to this method.":
    "Diese Adresse antwortet nicht auf diese Methode.",
  "Too many emails were sent to this address. Try again in an hour.":
    "Diese Adresse hat in letzter Zeit zu viele E-Mails bekommen. Versuchen Sie es in einer Stunde erneut.",
  "This address has an invitation already. Resend it instead.":
    "Diese Adresse hat schon eine Einladung. Senden Sie diese erneut.",
  "This address is taken. Choose another.":
    "Diese Adresse ist vergeben. Wählen Sie eine andere.",
  "This day has not come yet. Choose today, or one before.":
    "Dieser Tag ist noch nicht gekommen. Wählen Sie heute oder einen früheren.",
  "This domain is in your list already.":
    "Diese Domain steht schon in Ihrer Liste.",
  "This installation takes no payments: every organization has everything.":
    "Diese Installation nimmt keine Zahlungen an: Jede Organisation hat alles.",
  "This invitation is for another address. Sign in with that one.":
    "Diese Einladung gilt für eine andere Adresse. Melden Sie sich mit jener an.",
  "This invitation is for {}; you are signed in as {}.":
    "Diese Einladung gilt für {}; Sie sind angemeldet als {}.",
  "This is already your address. Enter another one.":
    "Das ist schon Ihre Adresse. Geben Sie eine andere ein.",
  "This is your only way to sign in. Add a password, a passkey or another account first.":
    "Das ist Ihr einziger Anmeldeweg. Fügen Sie zuerst ein Passwort, einen Passkey oder ein anderes Konto hinzu.",
  "This link is for addresses at {}; you are signed in as {}.":
    "Dieser Link gilt für Adressen bei {}; Sie sind angemeldet als {}.",
  "This link is not valid any more. Ask for a new one.":
    "Dieser Link gilt nicht mehr. Fordern Sie einen neuen an.",
  "This offer is not open any more. Ask for a new one.":
    "Dieses Angebot ist nicht mehr offen. Bitten Sie um ein neues.",
  "This organization had its trial already. Choose a plan.":
    "Diese Organisation hatte ihre Testphase schon. Wählen Sie einen Tarif.",
  "This organization has a subscription already. Change that one.":
    "Diese Organisation hat schon ein Abo. Ändern Sie jenes.",
  "This organization has fewer seats than members, so that you can only read. Ask one of its admins for a seat.":
    "Diese Organisation hat weniger Plätze als Mitglieder, deshalb können Sie nur lesen. Bitten Sie einen Admin um einen Platz.",
  "This organization holds 5 former addresses already, each for 90 days. Take one of them back, or wait until one is free.":
    "Diese Organisation hält schon 5 frühere Adressen, jede 90 Tage lang. Nehmen Sie eine davon zurück, oder warten Sie, bis eine frei ist.",
  "This organization requires a second factor. Set one up in your account, under Two-factor authentication.":
    "Diese Organisation verlangt einen zweiten Faktor. Richten Sie in Ihrem Konto einen ein, unter „Zwei-Faktor-Anmeldung“.",
  "This passkey was not accepted. It may have been removed from the account: try again, or use another way.":
    "Dieser Passkey wurde nicht angenommen. Vielleicht wurde er aus dem Konto entfernt: Versuchen Sie es erneut, oder wählen Sie einen anderen Weg.",
  "This password is one of the most common. Choose another.":
    "Dieses Passwort ist eines der häufigsten. Wählen Sie ein anderes.",
  "This person is a member already.": "Diese Person ist schon Mitglied.",
  "This role is in use. Choose another one for those who have it.":
    "Diese Rolle ist in Gebrauch. Wählen Sie eine andere für die, die sie haben.",
  "This sign-in took too long. Start again.":
    "Diese Anmeldung hat zu lange gedauert. Fangen Sie noch einmal an.",
  "This sign-in was started in another browser, or took too long. Start again.":
    "Diese Anmeldung wurde in einem anderen Browser begonnen oder hat zu lange gedauert. Fangen Sie noch einmal an.",
  "This word is reserved. Choose another.":
    "Dieses Wort ist vorbehalten. Wählen Sie ein anderes.",
  "You have stored as much in a day as one member may. Try again later; removing, suspending, changing a role, revoking and signing out still work.":
    "Sie haben an einem Tag so viel gespeichert, wie ein Mitglied darf. Versuchen Sie es später noch einmal; Entfernen, Sperren, Rollen ändern, Zurückziehen und Abmelden gehen weiterhin.",
  "Too many requests. Try again in 1 second.":
    "Zu viele Anfragen. Versuchen Sie es in 1 Sekunde erneut.",
  "Too many requests. Try again in {} seconds.":
    "Zu viele Anfragen. Versuchen Sie es in {} Sekunden erneut.",
  "Too many requests. Try again in 1 minute.":
    "Zu viele Anfragen. Versuchen Sie es in 1 Minute erneut.",
  "Too many requests. Try again in {} minutes.":
    "Zu viele Anfragen. Versuchen Sie es in {} Minuten erneut.",
  "Too many requests. Try again in {} hours.":
    "Zu viele Anfragen. Versuchen Sie es in {} Stunden erneut.",
  "Too many requests. Try again in {}.":
    "Zu viele Anfragen. Versuchen Sie es später erneut ({}).",
  "Too many requests. Wait a moment and try again.":
    "Zu viele Anfragen. Warten Sie einen Moment und versuchen Sie es erneut.",
  "Upload the picture: PUT it to /organizations/{org}/logo.":
    "Laden Sie das Bild hoch: mit PUT an /organizations/{org}/logo.",
  "Use a PNG, JPEG or WebP picture; this file is none.":
    "Verwenden Sie ein Bild in PNG, JPEG oder WebP; diese Datei ist keines.",
  "Use a number from 1 to 100.": "Verwenden Sie eine Zahl von 1 bis 100.",
  "Use a time zone such as Europe/Berlin.":
    "Verwenden Sie eine Zeitzone wie Europe/Berlin.",
  "Use an address that begins with https://, or upload the picture.":
    "Verwenden Sie eine Adresse, die mit https:// beginnt, oder laden Sie das Bild hoch.",
  "Use at least 8 characters.": "Verwenden Sie mindestens 8 Zeichen.",
  "Use at most {} characters.": "Verwenden Sie höchstens {} Zeichen.",
  "Use a–z, 0–9 and dashes between them.":
    "Verwenden Sie a–z, 0–9 und dazwischen Bindestriche.",
  "Use one line of text.": "Verwenden Sie eine Zeile Text.",
  "Use text without NUL characters.": "Verwenden Sie Text ohne NUL-Zeichen.",
  "You're the last admin of {}. Make another member an admin first.":
    "Sie sind der letzte Admin von {}. Machen Sie dort zuerst jemand anderen dazu.",
  "You have an authenticator app already. Remove it first, then set up the other one.":
    "Sie haben schon eine Authenticator-App. Entfernen Sie sie zuerst, und richten Sie dann die andere ein.",
  "You have no second factor. Set up an authenticator app or a passkey first.":
    "Sie haben keinen zweiten Faktor. Richten Sie zuerst eine Authenticator-App oder einen Passkey ein.",
  "Your membership in this organization is suspended. Ask one of its admins.":
    "Ihre Mitgliedschaft in dieser Organisation ist gesperrt. Fragen Sie einen ihrer Admins.",
  "Your role does not grant this.": "Ihre Rolle gewährt das nicht.",
  "Your role does not grant {}.": "Ihre Rolle gewährt {} nicht.",
  "{} belongs to nobody alone. Enter the whole domain, such as acme.{}.":
    "{} gehört niemandem allein. Geben Sie die ganze Domain ein, zum Beispiel muster.{}.",
  "{} may not change projects. Choose somebody else.":
    "{} darf keine Projekte ändern. Wählen Sie jemand anderen.",
  "{} members and invitations have this role. Give the members another one in the list of members first.":
    "{} Mitglieder und Einladungen haben diese Rolle. Geben Sie den Mitgliedern zuerst in der Mitgliederliste eine andere.",

  // Settings and roles say what they are where they are defined.
  "Time zone": "Zeitzone",
  "Reports and daily totals use it.": "Sie gilt für Berichte und Tageszahlen.",
  Website: "Website",
  "Shown to the people you invite.":
    "Wird den Personen gezeigt, die Sie einladen.",
  "Full access, including team and billing":
    "Voller Zugriff, auch auf Team und Abrechnung",
  "Can create and edit projects": "Kann Projekte erstellen und bearbeiten",
  "For getting started": "Für den Einstieg",
  "For growing teams": "Für wachsende Teams",
  "For companies that need control and compliance":
    "Für Unternehmen, die Kontrolle und Compliance brauchen",
  "Can view everything, but not make changes":
    "Kann alles ansehen, aber nichts ändern",
};
