import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import { CalcError, type MarginBand } from "../../../calc";
import type { Figure, ScenarioFigures } from "../../../scenario";
import { showPercent } from "../../show-number";
import { FigureText } from "./figure-text";

const useStyles = makeStyles({
  // Stays in sight below the fields while they are filled in.
  root: {
    position: "sticky",
    bottom: 0,
    zIndex: 1,
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: "8px",
    paddingBlock: "8px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  margin: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
});

const COLORS: Readonly<Record<MarginBand, "danger" | "warning" | "success">> = {
  Negative: "danger",
  Flagged: "danger",
  "Below healthy": "warning",
  Healthy: "success",
  "SaaS-like": "success",
};

function isBand(band: Figure<string>): band is MarginBand {
  return !(band instanceof CalcError) && band in COLORS;
}

/** The one figure that matters most, said aloud as it changes. */
export function BlendedHeadline({ figures }: { readonly figures: ScenarioFigures | undefined }) {
  const styles = useStyles();
  return (
    <div className={styles.root} role="status" aria-label="Blended margin">
      {figures ? (
        <>
          <span>Blended margin</span>
          <span className={styles.margin}>
            <FigureText of={figures.blendedMargin} show={showPercent} />
          </span>
          {isBand(figures.band) && (
            <Badge appearance="tint" size="large" color={COLORS[figures.band]}>
              {figures.band}
            </Badge>
          )}
        </>
      ) : (
        "Correct the marked fields to see the figures."
      )}
    </div>
  );
}
