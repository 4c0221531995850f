// Before the first paint, so that nobody at night is shown a white page first. Not a module: modules wait.
try {
  const theme = JSON.parse(localStorage.getItem("cordon") || "{}").theme;
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
  }
} catch {
  // Storage is off: the system's theme it is.
}
