import { texts } from "./texts.ts";
/** The first link of the page. It moves the focus past the header and the navigation to the content. */
export function SkipLink() {
  return (
    <a
      href="#main"
      class="fixed top-2 left-2 z-60 -translate-y-20 rounded-md bg-accent px-3 py-2 text-sm font-medium text-on-accent focus:translate-y-0 print:hidden"
      onClick={(event) => {
        // The router would treat the fragment of this link as navigation, so the click moves the focus itself.
        event.preventDefault();
        document.getElementById("main")?.focus();
      }}
    >
      {texts().skipLink.skipToContent}
    </a>
  );
}
