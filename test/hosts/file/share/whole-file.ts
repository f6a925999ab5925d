import { fileOf, MAIN, OFFICE, type Parts, rels } from "./file-of";
import { SHARED_STRINGS, SHEETS, STYLES, TABLE } from "./whole-file-sheets";

const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const SHEET_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const EXTENSION = "http://schemas.microsoft.com/office/webextensions/webextension/2010/11";
const PANES = "http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11";
const EXTENSION_LINKS = "http://schemas.microsoft.com/office/2011/relationships";

const WORKBOOK = `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Inputs &amp; costs" sheetId="1" r:id="rId1"/><sheet name="It's hidden" sheetId="2" state="hidden" r:id="rId2"/><sheet name="Deep" sheetId="5" state="veryHidden" r:id="rId3"/><sheet name="Pivot" sheetId="4" r:id="rId4"/></sheets><externalReferences><externalReference r:id="rId9"/><externalReference r:id="rId10"/><externalReference r:id="rId11"/></externalReferences><definedNames><definedName name="Best" localSheetId="1">_xldudf_AIM_GROSSMARGIN(Deep!$A$1,Deep!$A$2)</definedName><definedName name="Best">_xldudf_AIM_GROSSMARGIN(10,4)</definedName><definedName name="Margins">'Inputs &amp; costs'!$D$2:$D$4</definedName></definedNames><calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="1" r:id="rId12"/></pivotCaches></workbook>`;

function series(values: string): string {
  return `<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>'Inputs &amp; costs'!$D$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>Margin</c:v></c:pt></c:strCache></c:strRef></c:tx><c:val><c:numRef><c:f>${values}</c:f><c:numCache><c:formatCode>0.0%</c:formatCode><c:ptCount val="3"/><c:pt idx="0"><c:v>0.6</c:v></c:pt><c:pt idx="1"><c:v>0.75</c:v></c:pt><c:pt idx="2"><c:v>0.25</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>`;
}

const CHART_PART = `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>${series("'Inputs &amp; costs'!$D$2:$D$4")}<c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`;

const PLACE =
  "<xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>6</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>16</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>";
const DRAWING_PART = `<xdr:wsDr xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${DRAWING}"><xdr:twoCellAnchor>${PLACE}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Margin chart"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${OFFICE}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor><xdr:twoCellAnchor>${PLACE}<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="Logo"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="${OFFICE}" r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;

const COMMENTS = `<comments xmlns="${MAIN}"><authors><author>Ann</author></authors><commentList><comment ref="B2" authorId="0"><text><r><t>from billing [2]</t></r></text></comment></commentList></comments>`;
const VML = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>`;

function externalLink(value: number): string {
  return `<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${OFFICE}" r:id="rId1"><sheetNames><sheetName val="Rates"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>${value}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`;
}

const PIVOT_CACHE = `<pivotCacheDefinition xmlns="${MAIN}" xmlns:r="${OFFICE}" r:id="rId1" refreshedVersion="6" recordCount="3"><cacheSource type="worksheet"><worksheetSource name="Sales"/></cacheSource><cacheFields count="4"><cacheField name="Plan" numFmtId="0"><sharedItems count="3"><s v="Flat"/><s v="Tiered"/><s v="Usage"/></sharedItems></cacheField><cacheField name="Revenue" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" containsInteger="1" minValue="10" maxValue="40"/></cacheField><cacheField name="Cost" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1"/></cacheField><cacheField name="Margin" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1"/></cacheField></cacheFields></pivotCacheDefinition>`;
const RECORDS = [
  [0, 10, 4, 0.6],
  [1, 20, 5, 0.75],
  [2, 40, 30, 0.25],
].map(
  ([plan, ...rest]) => `<r><x v="${plan}"/>${rest.map((each) => `<n v="${each}"/>`).join("")}</r>`,
);
const PIVOT_TABLE = `<pivotTableDefinition xmlns="${MAIN}" name="PivotTable1" cacheId="1" dataCaption="Values"><location ref="A1:B2" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="4"><pivotField showAll="0"/><pivotField dataField="1" showAll="0"/><pivotField showAll="0"/><pivotField showAll="0"/></pivotFields><rowItems count="1"><i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems><dataFields count="1"><dataField name="Sum of Revenue" fld="1"/></dataFields></pivotTableDefinition>`;

function extension(id: string, more = ""): string {
  return `<we:webextension xmlns:we="${EXTENSION}" id="{11111111-2222-4333-8444-55555555555${id.length % 10}}"><we:reference id="${id}" version="1.0.0.0" store="developer" storeType="Registry"/><we:alternateReferences/><we:properties><we:property name="Office.AutoShowTaskpaneWithDocument" value="true"/></we:properties><we:bindings/>${more}</we:webextension>`;
}

const PANE = (id: string) =>
  `<wetp:taskpane dockstate="right" visibility="0" width="350" row="4"><wetp:webextensionref xmlns:r="${OFFICE}" r:id="${id}"/></wetp:taskpane>`;

/** Parts of a file with all that the reader and the writer know, and much that they do not. */
export const WHOLE: Parts = {
  "_rels/.rels": rels(
    ["rId1", "officeDocument", "xl/workbook.xml"],
    ["rId2", `${EXTENSION_LINKS}/webextensiontaskpanes`, "xl/webextensions/taskpanes.xml"],
  ),
  "xl/workbook.xml": WORKBOOK,
  "xl/_rels/workbook.xml.rels": rels(
    ["rId1", "worksheet", "worksheets/sheet1.xml"],
    ["rId2", "worksheet", "worksheets/sheet2.xml"],
    ["rId3", "worksheet", "worksheets/sheet3.xml"],
    ["rId4", "worksheet", "worksheets/sheet4.xml"],
    ["rId5", "styles", "styles.xml"],
    ["rId6", "sharedStrings", "sharedStrings.xml"],
    ["rId7", "sheetMetadata", "metadata.xml"],
    ["rId8", "calcChain", "calcChain.xml"],
    ["rId9", "externalLink", "externalLinks/externalLink1.xml"],
    ["rId10", "externalLink", "externalLinks/externalLink2.xml"],
    ["rId11", "externalLink", "externalLinks/externalLink3.xml"],
    ["rId12", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"],
  ),
  ...SHEETS,
  "xl/worksheets/_rels/sheet1.xml.rels": rels(
    ["rId1", "table", "../tables/table1.xml"],
    ["rId2", "drawing", "../drawings/drawing1.xml"],
    ["rId3", "comments", "../comments1.xml"],
    ["rId4", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
  ),
  "xl/worksheets/_rels/sheet4.xml.rels": rels([
    "rId1",
    "pivotTable",
    "../pivotTables/pivotTable1.xml",
  ]),
  "xl/styles.xml": STYLES,
  "xl/sharedStrings.xml": SHARED_STRINGS,
  "xl/metadata.xml": `<metadata xmlns="${MAIN}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`,
  "xl/calcChain.xml": `<calcChain xmlns="${MAIN}"><c r="D2" i="1"/><c r="F2" i="1"/></calcChain>`,
  "xl/tables/table1.xml": TABLE,
  "xl/comments1.xml": COMMENTS,
  "xl/drawings/drawing1.xml": DRAWING_PART,
  "xl/drawings/_rels/drawing1.xml.rels": rels(
    ["rId1", "chart", "../charts/chart1.xml"],
    ["rId2", "image", "../media/image1.png"],
  ),
  "xl/drawings/vmlDrawing1.vml": VML,
  "xl/charts/chart1.xml": CHART_PART,
  "xl/media/image1.png": Uint8Array.from(
    atob(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    ),
    (character) => character.charCodeAt(0),
  ),
  "xl/externalLinks/externalLink1.xml": externalLink(0.5),
  "xl/externalLinks/_rels/externalLink1.xml.rels": rels([
    "rId1",
    "externalLinkPath",
    "file:///C:/rates.xlsx",
  ]),
  "xl/externalLinks/externalLink2.xml": externalLink(0),
  "xl/externalLinks/_rels/externalLink2.xml.rels": rels([
    "rId1",
    "externalLinkPath",
    "file:///C:/FUNCRES.XLAM",
  ]),
  "xl/externalLinks/externalLink3.xml": externalLink(0.5),
  "xl/externalLinks/_rels/externalLink3.xml.rels": rels([
    "rId1",
    "externalLinkPath",
    "file:///C:/more.xlsx",
  ]),
  "xl/pivotCache/pivotCacheDefinition1.xml": PIVOT_CACHE,
  "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": rels([
    "rId1",
    "pivotCacheRecords",
    "pivotCacheRecords1.xml",
  ]),
  "xl/pivotCache/pivotCacheRecords1.xml": `<pivotCacheRecords xmlns="${MAIN}" count="3">${RECORDS.join("")}</pivotCacheRecords>`,
  "xl/pivotTables/pivotTable1.xml": PIVOT_TABLE,
  "xl/pivotTables/_rels/pivotTable1.xml.rels": rels([
    "rId1",
    "pivotCacheDefinition",
    "../pivotCache/pivotCacheDefinition1.xml",
  ]),
  "xl/webextensions/taskpanes.xml": `<wetp:taskpanes xmlns:wetp="${PANES}">${PANE("rId1")}${PANE("rId2")}</wetp:taskpanes>`,
  "xl/webextensions/_rels/taskpanes.xml.rels": rels(
    ["rId1", `${EXTENSION_LINKS}/webextension`, "webextension1.xml"],
    ["rId2", `${EXTENSION_LINKS}/webextension`, "webextension2.xml"],
  ),
  "xl/webextensions/webextension1.xml": extension("66002672-392E-449f-b9d3-15d74ce97032"),
  "xl/webextensions/webextension2.xml": extension("wa104380862"),
};

export function wholeFile(): Uint8Array {
  return fileOf(WHOLE);
}
