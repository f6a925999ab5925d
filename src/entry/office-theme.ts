/** What Office says of its theme; on the web it may say nothing, and older versions give colours alone. */
export interface OfficeThemeColors {
  readonly isDarkTheme?: boolean;
  /** "#rrggbb" */
  readonly bodyBackgroundColor?: string;
}

/** Whether Office shows itself light or dark; undefined where it does not say. */
export function officeTheme(theme: OfficeThemeColors | undefined): "light" | "dark" | undefined {
  if (typeof theme?.isDarkTheme === "boolean") return theme.isDarkTheme ? "dark" : "light";
  const color = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(theme?.bodyBackgroundColor ?? "");
  if (!color) return undefined;
  const [red = 0, green = 0, blue = 0] = color.slice(1).map((part) => parseInt(part, 16));
  // Brightness as the eye sees it (ITU-R BT.601), against the middle of 0 to 255.
  return 299 * red + 587 * green + 114 * blue < 128_000 ? "dark" : "light";
}
