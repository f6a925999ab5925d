import { MAIN, OFFICE } from "./file-of";

const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const XM = "http://schemas.microsoft.com/office/excel/2006/main";

const MARGIN = "_xldudf_AIM_GROSSMARGIN";

/** Revenue 10, 20, 40 and cost 4, 5, 30: margins are 6/10, 15/20 and 10/40. */
const ROWS = [
  `<row r="1" spans="1:8"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="H1" s="1"><v>1</v></c></row>`,
  `<row r="2"><c r="A2" t="s"><v>4</v></c><c r="B2"><v>10</v></c><c r="C2"><v>4</v></c><c r="D2" s="1"><f>${MARGIN}(Sales[[#This Row],[Revenue]],Sales[[#This Row],[Cost]])</f><v>0.6</v></c><c r="F2"><f t="shared" ref="F2:F4" si="0">${MARGIN}(B2,C2)+$H$1</f><v>1.6</v></c><c r="G2"><f t="shared" ref="G2:G4" si="1">B2*2</f><v>20</v></c><c r="I2" s="1" cm="1"><f t="array" ref="I2:I4">${MARGIN}(B2:B4,C2:C4)</f><v>0.6</v></c><c r="J2"><f t="array" ref="J2:J4">B2:B4-C2:C4</f><v>6</v></c><c r="K2"><f>[2]!${MARGIN}(B2,C2)</f><v>0.6</v></c><c r="L2" t="str"><f>IF(${MARGIN}(B2,C2)&gt;0.5,"good","bad")</f><v>good</v></c></row>`,
  `<row r="3"><c r="A3" t="s"><v>5</v></c><c r="B3"><v>20</v></c><c r="C3"><v>5</v></c><c r="D3" s="1"><f>${MARGIN}(Sales[[#This Row],[Revenue]],Sales[[#This Row],[Cost]])</f><v>0.75</v></c><c r="F3"><f t="shared" si="0"/><v>1.75</v></c><c r="G3"><f t="shared" si="1"/><v>40</v></c><c r="I3"><v>0.75</v></c><c r="J3"><v>15</v></c><c r="K3"><f>[3]Rates!$A$1*2</f><v>1</v></c><c r="L3"><f>_xlfn.NORM.S.DIST(0,TRUE)+[1]Rates!$A$1</f><v>1</v></c></row>`,
  `<row r="4"><c r="A4" t="s"><v>6</v></c><c r="B4"><v>40</v></c><c r="C4"><v>30</v></c><c r="D4" s="1"><f>${MARGIN}(Sales[[#This Row],[Revenue]],Sales[[#This Row],[Cost]])</f><v>0.25</v></c><c r="F4"><f t="shared" si="0"/><v>1.25</v></c><c r="G4"><f t="shared" si="1"/><v>80</v></c><c r="I4"><v>0.25</v></c><c r="J4"><v>10</v></c><c r="K4"><f>IFERROR(${MARGIN}(B4,C4),0)</f><v>0.25</v></c></row>`,
];

const FORMATS =
  `<conditionalFormatting sqref="D2:D4"><cfRule type="expression" dxfId="0" priority="1"><formula>${MARGIN}($B2,$C2)&lt;0.3</formula></cfRule><cfRule type="cellIs" dxfId="0" priority="2" operator="lessThan"><formula>$H$1</formula></cfRule></conditionalFormatting>` +
  `<conditionalFormatting sqref="F2:F4"><cfRule type="colorScale" priority="3"><colorScale><cfvo type="min"/><cfvo type="formula" val="$H$1*2"/><color rgb="FFFFFFFF"/><color rgb="FF63C384"/></colorScale></cfRule></conditionalFormatting>`;

const VALIDATIONS =
  `<dataValidations count="2"><dataValidation type="custom" allowBlank="1" sqref="B2:B4"><formula1>${MARGIN}(B2,C2)&lt;1</formula1></dataValidation>` +
  `<dataValidation type="decimal" allowBlank="1" sqref="C2:C4"><formula1>0</formula1><formula2>$H$1*100</formula2></dataValidation></dataValidations>`;

const EXTENSIONS =
  `<extLst><ext xmlns:x14="${X14}" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="${XM}"><x14:cfRule type="expression" priority="4" id="{00000000-0000-4000-8000-000000000001}"><xm:f>${MARGIN}(Deep!$A$1,Deep!$A$2)&gt;0</xm:f></x14:cfRule><xm:sqref>G2:G4</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>` +
  `<ext xmlns:x14="${X14}" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:xm="${XM}" count="1"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>'It''s hidden'!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>A2:A4</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`;

function worksheet(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${content}</worksheet>`;
}

/** Sheets of the file, as parts. */
export const SHEETS = {
  "xl/worksheets/sheet1.xml": worksheet(
    `<dimension ref="A1:L4"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData>${ROWS.join("")}</sheetData>${FORMATS}${VALIDATIONS}<drawing r:id="rId2"/><legacyDrawing r:id="rId4"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts>${EXTENSIONS}`,
  ),
  "xl/worksheets/sheet2.xml": worksheet(
    `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Flat</t></is></c><c r="B1"><f>SUM('Inputs &amp; costs'!D2:D4)*${MARGIN}(10,4)</f><v>0.96</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Tiered</t></is></c></row></sheetData>`,
  ),
  "xl/worksheets/sheet3.xml": worksheet(
    `<sheetData><row r="1"><c r="A1"><v>8</v></c></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData><sheetProtection sheet="1" objects="1" scenarios="1"/>`,
  ),
  "xl/worksheets/sheet4.xml": worksheet(
    `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Row Labels</t></is></c><c r="B1" t="inlineStr"><is><t>Sum of Revenue</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Grand Total</t></is></c><c r="B2"><v>70</v></c></row></sheetData>`,
  ),
};

export const TABLE = `<table xmlns="${MAIN}" id="1" name="Sales" displayName="Sales" ref="A1:D4"><autoFilter ref="A1:D4"/><tableColumns count="4"><tableColumn id="1" name="Plan"/><tableColumn id="2" name="Revenue"/><tableColumn id="3" name="Cost"/><tableColumn id="4" name="Margin"><calculatedColumnFormula>${MARGIN}(Sales[[#This Row],[Revenue]],Sales[[#This Row],[Cost]])</calculatedColumnFormula></tableColumn></tableColumns><tableStyleInfo name="TableStyleLight1" showRowStripes="1"/></table>`;

const TEXTS = ["Plan", "Revenue", "Cost", "Margin", "Flat", "Tiered", "Usage"];

export const SHARED_STRINGS = `<sst xmlns="${MAIN}" count="7" uniqueCount="7">${TEXTS.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`;

export const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs></styleSheet>`;
