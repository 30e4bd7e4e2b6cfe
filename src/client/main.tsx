import { render } from "solid-js/web";
import { App } from "./root.tsx";
import { locale } from "./lib/language/language.ts";
import { loadWords } from "./lib/language/load.ts";
import { reloadOnStaleBuild } from "./session/stale-build.ts";
import { reloadOnOtherView } from "./session/view-as-role.ts";
import "./lib/theme.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element with the id root.");
reloadOnStaleBuild();
reloadOnOtherView();
document.documentElement.lang = locale;
void loadWords("entry").then(() => render(() => <App />, root));
