import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  type Theme,
} from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

export type ThemeName = "light" | "dark";

/** The accent of the sheets (60), from its darkest shade to its lightest. */
const BRAND: BrandVariants = {
  10: "#02151a",
  20: "#04222a",
  30: "#072e38",
  40: "#0a3944",
  50: "#0c4350",
  60: "#0f4c5c",
  70: "#13596b",
  80: "#17667a",
  90: "#2a7d92",
  100: "#4396ab",
  110: "#5aa9bd",
  120: "#7fc7d9",
  130: "#9bd4e2",
  140: "#b8e1eb",
  150: "#d3edf3",
  160: "#ebf7fa",
};

export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: createLightTheme(BRAND),
  dark: {
    ...createDarkTheme(BRAND),
    // On black the shades that Fluent takes for text are too dark to read.
    colorBrandForeground1: BRAND[120],
    colorBrandForeground2: BRAND[130],
    colorBrandForegroundLink: BRAND[120],
    colorBrandForegroundLinkHover: BRAND[130],
    colorBrandForegroundLinkPressed: BRAND[140],
  },
};

const DARK = "(prefers-color-scheme: dark)";

/** Tells when the theme may have changed. Office sends no event, so it is asked when the pane is looked at again. */
function subscribe(onChange: () => void): () => void {
  const dark = matchMedia(DARK);
  dark.addEventListener("change", onChange);
  window.addEventListener("focus", onChange);
  document.addEventListener("visibilitychange", onChange);
  return () => {
    dark.removeEventListener("change", onChange);
    window.removeEventListener("focus", onChange);
    document.removeEventListener("visibilitychange", onChange);
  };
}

/**
 * The theme to show: the host's where it has one, else what the system prefers.
 *
 * @param ofHost the host's theme at this moment; undefined where it does not say
 */
export function useThemeName(ofHost: (() => ThemeName | undefined) | undefined): ThemeName {
  return useSyncExternalStore(
    subscribe,
    () => ofHost?.() ?? (matchMedia(DARK).matches ? "dark" : "light"),
  );
}
