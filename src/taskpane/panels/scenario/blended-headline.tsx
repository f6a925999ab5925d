import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import type { MarginBand } from "../../../calc";
import type { Model } from "../../../workbook/model";
import type { Value } from "../../../workbook/spreadsheet-functions";
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

function isBand(band: Value | undefined): band is MarginBand {
  return typeof band === "string" && band in COLORS;
}

/** The one figure that matters most, said aloud as it changes. */
export function BlendedHeadline({ model }: { readonly model: Model | undefined }) {
  const styles = useStyles();
  const band = model?.value("summary.band");
  return (
    <div className={styles.root} role="status" aria-label="Blended margin">
      {model ? (
        <>
          <span>Blended margin</span>
          <span className={styles.margin}>
            <FigureText of={model.value("summary.margin")} show={showPercent} />
          </span>
          {isBand(band) && (
            <Badge appearance="tint" size="large" color={COLORS[band]}>
              {band}
            </Badge>
          )}
        </>
      ) : (
        "Correct the marked fields to see the figures."
      )}
    </div>
  );
}
