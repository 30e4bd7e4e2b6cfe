import { render } from "solid-js/web";
import { App } from "./app.tsx";
import { locale } from "./language/language.ts";
import { loadWords } from "./language/load.ts";
import { reloadOnStaleBuild } from "./session/stale-build.ts";
import "./theme.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element with the id root.");
reloadOnStaleBuild();
document.documentElement.lang = locale;
void loadWords("entry").then(() => render(() => <App />, root));
