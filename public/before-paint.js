// Runs before the first paint. It is a file of its own, because the content security policy allows no inline script.
(() => {
  const page = document.documentElement;
  // The frame that index.html shows until the app has loaded. The page for `/` only redirects, so it has none.
  const path = location.pathname;
  if (/^\/o\/[^/]+\/settings(\/|$)|^\/(account|help)(\/|$)/.test(path))
    page.dataset.frame = "settings";
  else if (/^\/o\/(?![^/]+\/welcome$)|^\/organizations$/.test(path))
    page.dataset.frame = "page";
  else if (path !== "/") page.dataset.frame = "card";

  // A stored theme must not flash. The key is the one of src/client/lib/theme.ts.
  try {
    const theme = localStorage.getItem("tenantry.theme");
    if (theme === "light" || theme === "dark") page.dataset.theme = theme;
  } catch {
    // A browser can forbid storage. Then the page has the theme of the system.
  }
})();
