import { MainLandmark } from "./main-landmark.tsx";
import { NotFound } from "./not-found.tsx";

/** The page for an unknown URL, without header and navigation. */
export default function NotFoundPage() {
  return (
    <MainLandmark>
      <NotFound />
    </MainLandmark>
  );
}
