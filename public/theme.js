// Runs before the first paint, so that a stored theme never flashes. It is a file of its own because the
// content security policy allows no inline script. The key is the one of src/client/theme.ts.
(() => {
  try {
    const theme = localStorage.getItem("tenantry.theme");
    if (theme === "light" || theme === "dark")
      document.documentElement.dataset.theme = theme;
  } catch {
    // Storage may be forbidden; the system's theme holds then.
  }
})();
