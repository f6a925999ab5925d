/** The property that tells what a sheet made for sharing is: "formulas", "prices" or "about". */
export const SHARE_SHEET = "aim.share";
