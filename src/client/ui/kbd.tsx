/** Shows the name of a key of the keyboard. */
export function Kbd(props: { children: string }) {
  return (
    <kbd class="inline-grid h-5 min-w-5 place-items-center rounded-sm border border-line-strong bg-sunken px-1 font-sans text-xs text-muted">
      {props.children}
    </kbd>
  );
}
