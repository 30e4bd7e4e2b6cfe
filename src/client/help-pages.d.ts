/** A page of the help, which `vite-help.ts` makes from a Markdown file. */
declare module "virtual:help/*" {
  export const title: string;
  export const html: string;
}
