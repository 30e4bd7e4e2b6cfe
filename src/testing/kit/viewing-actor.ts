import { Actor } from "./actor";
import type { TestServer } from "./server";

/** A browser tab in which a user views an organization as another role. */
export class ViewingActor extends Actor {
  readonly #user: Actor;
  readonly #role: string;
  // The document does not describe views, because only the web app uses them.
  protected override readonly isDocumented = false;

  constructor(server: Pick<TestServer, "url">, user: Actor, role: string) {
    super(server, user.name, user.email, user.password);
    this.#user = user;
    this.#role = role;
    this.id = user.id;
  }

  override get credentials(): Record<string, string> {
    return { ...this.#user.credentials, "x-view-as-role": this.#role };
  }
}
