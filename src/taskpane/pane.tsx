import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useRef, useState } from "react";
import { asOf } from "../catalog";
import { SERIES_PROPERTIES } from "./charts/series-look";
import { ErrorBar } from "./error-bar";
import type { Offers, PanelProps, RealUsage } from "./panel-props";
import { THEMES, type ThemeName, useThemeName } from "./pane-theme";
import { PaneTabs } from "./pane-tabs";
import { PANELS } from "./panels";
import { VERSION } from "./version";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column" },
  head: {
    position: "sticky",
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  panel: { flexGrow: 1, padding: "12px" },
  foot: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: "12px",
    padding: "8px 12px",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

export interface PaneProps extends Omit<
  PanelProps,
  "report" | "realUsage" | "fillScenario" | "offers" | "keepOffers"
> {
  readonly theme?: (() => ThemeName | undefined) | undefined;
}

/** The pane: its tabs, one message bar for errors, and what version it is. */
export function Pane({ theme, ...props }: PaneProps) {
  const styles = useStyles();
  const [shown, setShown] = useState<string>(PANELS[0].id);
  const [error, setError] = useState<unknown>(undefined);
  const [realUsage, setRealUsage] = useState<RealUsage>();
  // Read when it is asked for: nothing is drawn anew while a tariff is typed.
  const offered = useRef<Offers>(undefined);
  const offers = useCallback(() => offered.current, []);
  const keepOffers = useCallback((next: Offers) => {
    offered.current = next;
  }, []);
  const themeName = useThemeName(theme);
  return (
    // What the browser draws by itself, such as the sign of a date field, follows the theme too.
    <FluentProvider
      theme={THEMES[themeName]}
      className={styles.root}
      // Dialogs get the class, not this: what holds them must not cover the page.
      style={{ minHeight: "100%", colorScheme: themeName, ...SERIES_PROPERTIES[themeName] }}
    >
      <div className={styles.head}>
        <PaneTabs shown={shown} onShow={setShown} />
        {error !== undefined && (
          <ErrorBar
            error={error}
            hostName={props.host.name}
            onDismiss={() => {
              setError(undefined);
            }}
          />
        )}
      </div>
      {/* Every panel stays mounted, so that what was typed or runs there is kept. */}
      {PANELS.map(({ id, Panel }) => (
        <div
          key={id}
          id={`panel-${id}`}
          role="tabpanel"
          aria-labelledby={`tab-${id}`}
          className={styles.panel}
          hidden={id !== shown}
        >
          <Panel
            {...props}
            report={setError}
            realUsage={realUsage}
            offers={offers}
            keepOffers={keepOffers}
            fillScenario={(usage) => {
              // Even the same usage again: the form may have been changed since.
              setRealUsage({ ...usage });
              setShown("scenario");
            }}
          />
        </div>
      ))}
      <div className={styles.foot}>
        <span>AIM {VERSION}</span>
        <span>Model prices of {asOf}</span>
        <span>{props.host.name}</span>
      </div>
    </FluentProvider>
  );
}
