import { NotFound } from "#client/layout/not-found.tsx";

/** The page for an unknown URL inside the app. The header and the navigation stay visible around it. */
export default function NotFoundInside() {
  return <NotFound />;
}
