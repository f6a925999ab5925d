import { SERIES_COLORS } from "../../workbook/theme";
import { digits } from "./cell-style";

/** An extension of Excel 2010, as [MS-XLSX] 2.6 numbers them. */
const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const XM = "http://schemas.microsoft.com/office/excel/2006/main";
const RULE_ID = "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}";
const RULES = "{78C0D931-6437-407D-A8EE-F0AAD7539E65}";

const BARS =
  /<conditionalFormatting sqref="([^"]+)">(<cfRule type="dataBar".*?)<\/cfRule><\/conditionalFormatting>/g;

/** Any id will do that is used once on a sheet. */
function barId(number: number): string {
  return `{00000000-0000-4000-8000-${String(number).padStart(12, "0")}}`;
}

function solidBar(id: string, range: string): string {
  const negative = `<x14:negativeFillColor rgb="FF${digits(SERIES_COLORS.bad)}"/>`;
  const axis = `<x14:axisColor rgb="FF${digits(SERIES_COLORS.neutral)}"/>`;
  const bar = `<x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/>${negative}${axis}</x14:dataBar>`;
  return `<x14:conditionalFormatting xmlns:xm="${XM}"><x14:cfRule type="dataBar" id="${id}">${bar}</x14:cfRule><xm:sqref>${range}</xm:sqref></x14:conditionalFormatting>`;
}

/**
 * Makes the data bars of a sheet solid, from zero, and losses another colour: what the first format
 * of files could not say, so that its bars fade out below the figures.
 */
export function solidBars(sheet: string): string {
  const solid: string[] = [];
  const marked = sheet.replace(BARS, (_, range: string, rule: string) => {
    const id = barId(solid.length + 1);
    solid.push(solidBar(id, range));
    return `<conditionalFormatting sqref="${range}">${rule}<extLst><ext xmlns:x14="${X14}" uri="${RULE_ID}"><x14:id>${id}</x14:id></ext></extLst></cfRule></conditionalFormatting>`;
  });
  if (solid.length === 0) return sheet;
  const extension = `<ext xmlns:x14="${X14}" uri="${RULES}"><x14:conditionalFormattings>${solid.join("")}</x14:conditionalFormattings></ext>`;
  return marked.replace("</worksheet>", (end) => `<extLst>${extension}</extLst>${end}`);
}
