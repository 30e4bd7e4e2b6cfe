import { For, Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { type DevDemo, useDevDemo } from "#client/session/dev-demo.ts";
import { Avatar } from "#client/ui/avatar.tsx";
import { Spinner } from "#client/ui/spinner.tsx";
import { texts } from "./texts.ts";

type Person = DevDemo["people"][number];
type Answer = Awaited<ReturnType<typeof api.auth.signIn.mutate>>;

/** Shows a sign-in button for each demo user. The server lists demo users in development only. */
export function DemoPeople(props: { onSignedIn: (answer: Answer) => void }) {
  const demo = useDevDemo();
  const signIn = api.auth.signIn.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: (answer) => props.onSignedIn(answer),
    onError: (error) => toastProblem(texts().demoPeople.notSignedIn, error),
  }));
  const signInAs = (person: Person) => {
    const password = demo()?.password;
    if (password !== undefined && !signIn.isPending)
      signIn.mutate({ email: person.email, password });
  };
  return (
    <Show when={demo()?.people.length ? demo() : undefined}>
      {(offered) => (
        <section
          aria-labelledby="demo-people"
          class="mt-6 rounded-xl border border-dashed border-line-strong p-2"
        >
          <h2 id="demo-people" class="px-2 pt-1 text-sm font-medium">
            {texts().demo.title}
          </h2>
          <p class="mb-1 px-2 text-sm text-muted">{texts().demo.text}</p>
          <ul>
            <For each={offered().people}>
              {(person) => (
                <li>
                  <PersonButton
                    person={person}
                    isPending={
                      signIn.isPending &&
                      signIn.variables.email === person.email
                    }
                    onClick={() => signInAs(person)}
                  />
                </li>
              )}
            </For>
          </ul>
        </section>
      )}
    </Show>
  );
}

function PersonButton(props: {
  person: Person;
  isPending: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      aria-busy={props.isPending}
      onClick={() => props.onClick()}
      class="flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left hover:bg-hover pointer-coarse:min-h-11"
    >
      <Show when={!props.isPending} fallback={<Spinner class="size-7" />}>
        <Avatar name={props.person.name} />
      </Show>
      <span class="min-w-0 flex-1">
        <bdi class="block truncate text-sm font-medium">
          {props.person.name}
        </bdi>
        <span class="block truncate text-xs text-muted">
          {props.person.summary}
        </span>
      </span>
    </button>
  );
}
