import { type JSX, Show } from "solid-js";
import { createPageTitle } from "#client/ui/page-title.ts";
import { Brand } from "./brand.tsx";
import { LanguageLinks } from "./language-links.tsx";
import { MainLandmark } from "./main-landmark.tsx";
import { OfflineBanner } from "./offline-banner.tsx";

export interface AuthLayoutProps {
  /** The `<h1>` of the page. */
  title: string;
  description?: JSX.Element;
  /** Content above the title, such as the logo of an organization. */
  above?: JSX.Element;
  children?: JSX.Element;
  /** A line below the card, such as the link from the sign-in page to the sign-up page. */
  footer?: JSX.Element;
  /** A second card below the footer. */
  below?: JSX.Element;
}

/** The layout of pages with one centred card, such as sign-in, sign-up and invitations. */
export function AuthLayout(props: AuthLayoutProps) {
  createPageTitle(() => props.title);
  return (
    <>
      <OfflineBanner />
      <MainLandmark class="mx-auto flex min-h-dvh w-full max-w-md flex-col px-4 py-8 sm:py-[12vh]">
        <a href="/" class="mb-6 self-center rounded-md">
          <Brand withName />
        </a>
        <div class="rounded-xl border border-line bg-surface p-6 shadow-xs sm:p-8">
          <Show when={props.above}>
            {(above) => <div class="mb-4 flex justify-center">{above()}</div>}
          </Show>
          <h1 class="text-center text-xl font-semibold tracking-tight">
            {props.title}
          </h1>
          <Show when={props.description}>
            {(description) => (
              <p class="mt-1 text-center text-muted">{description()}</p>
            )}
          </Show>
          <Show when={props.children}>
            {(children) => <div class="mt-6">{children()}</div>}
          </Show>
        </div>
        <Show when={props.footer}>
          {(footer) => (
            <p class="mt-5 text-center text-sm text-muted">{footer()}</p>
          )}
        </Show>
        {props.below}
        <LanguageLinks />
      </MainLandmark>
    </>
  );
}
