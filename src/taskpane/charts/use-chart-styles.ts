import { makeStyles, tokens } from "@fluentui/react-components";
import { SERIES_PROPERTIES } from "./series-look";

/** The look of what is drawn. SVG keeps its colours where the user chose others, so it is told. */
export const useChartStyles = makeStyles({
  svg: {
    display: "block",
    width: "100%",
    maxWidth: "440px",
    "& text": { fontSize: "10px", fill: tokens.colorNeutralForeground2 },
    // On a ground of its own, so that no line of the grid runs through it.
    "& .figure": {
      fill: tokens.colorNeutralForeground1,
      stroke: tokens.colorNeutralBackground1,
      strokeWidth: "3px",
      paintOrder: "stroke",
    },
    "& .grid": { stroke: tokens.colorNeutralStroke2 },
    "& .zero": { stroke: tokens.colorNeutralForeground3 },
    // A hair of the ground keeps bars that touch apart.
    "& .bar": { stroke: tokens.colorNeutralBackground1, strokeWidth: "0.5px" },
    "@media (forced-colors: active)": {
      ...SERIES_PROPERTIES.forced,
      "& text": { fill: "CanvasText" },
      "& .figure": { fill: "CanvasText", stroke: "Canvas" },
      "& .grid": { stroke: "GrayText", strokeDasharray: "1 4" },
      "& .zero": { stroke: "CanvasText" },
      "& .bar": { stroke: "CanvasText", strokeWidth: "1px" },
    },
  },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: "12px",
    margin: 0,
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    "& li": { display: "flex", alignItems: "center", columnGap: "4px" },
    "@media (forced-colors: active)": SERIES_PROPERTIES.forced,
  },
});
