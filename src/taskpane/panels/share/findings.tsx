import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type Finding, FINDING_KINDS } from "../../../workbook/share/finding";
import { placeInWords } from "../../../workbook/share/share-report";
import { ShownInPart } from "../../shown-in-part";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "12px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  line: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    rowGap: "2px",
    paddingBlock: "6px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  head: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "center",
    gap: "8px",
    width: "100%",
  },
  place: { fontWeight: tokens.fontWeightSemibold, minWidth: 0 },
  button: { flexShrink: 0 },
  // Formulas may be thousands of characters long: the start tells which it is.
  formula: {
    display: "-webkit-box",
    WebkitLineClamp: "3",
    WebkitBoxOrient: "vertical",
    overflow: "hidden",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

type OnShow = (sheet: string, at: string) => void;

function FindingLine({ finding, onShow }: { readonly finding: Finding; readonly onShow: OnShow }) {
  const styles = useStyles();
  const { sheet, at, isCell, text, formula } = finding;
  const place = placeInWords(finding);
  return (
    <div className={styles.line}>
      <div className={styles.head}>
        <span className={styles.place}>{place}</span>
        {isCell && (
          <Button
            size="small"
            className={styles.button}
            aria-label={`Go to ${place}`}
            onClick={() => {
              onShow(sheet, at);
            }}
          >
            Go to
          </Button>
        )}
      </div>
      <div>{text}</div>
      {formula !== undefined && <div className={styles.formula}>{formula}</div>}
    </div>
  );
}

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly onShow: OnShow;
}

/** What was found, the worst kind first. */
export function Findings({ findings, onShow }: FindingsProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {Object.entries(FINDING_KINDS).map(([kind, title]) => {
        const own = findings.filter((finding) => finding.kind === kind);
        if (own.length === 0) return null;
        return (
          <div key={kind}>
            <h3 className={styles.title}>{`${title} (${own.length})`}</h3>
            <ShownInPart label={title} items={own}>
              {(finding) => <FindingLine finding={finding} onShow={onShow} />}
            </ShownInPart>
          </div>
        );
      })}
    </div>
  );
}
