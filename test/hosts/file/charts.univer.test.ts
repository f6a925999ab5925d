import { strFromU8, unzipSync } from "fflate";
import { writeXlsx } from "../../../src/hosts/file/write-xlsx";
import { EVERY_STEP } from "./every-step";

describe("charts in a file", () => {
  const charts: string[] = [];
  let drawing = "";
  beforeAll(async () => {
    const parts = unzipSync(
      await writeXlsx(EVERY_STEP, { title: "Charts", at: new Date(Date.UTC(2026, 0, 2)) }),
    );
    const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
    for (let number = 1; number <= 6; number++) charts.push(text(`xl/charts/chart${number}.xml`));
    drawing = text("xl/drawings/drawing2.xml");
  });

  const series = (chart: number, place: number) =>
    charts[chart]?.match(/<c:ser>.*?<\/c:ser>/gs)?.[place] ?? "";

  it.each([
    ["a line", 0, '<c:lineChart><c:grouping val="standard"/>'],
    ["stacked columns", 1, '<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/>'],
    ["columns", 2, '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>'],
    ["bars", 3, '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/>'],
    ["stacked bars", 4, '<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/>'],
  ])("are %s", (_, chart, xml) => {
    expect(charts[chart]).toContain(xml);
  });

  it("refer to the cells and show the values that those have now", () => {
    expect(series(2, 1)).toContain("<c:f>'What it''s worth &amp; more'!$B$2:$B$4</c:f>");
    expect(series(2, 1)).toContain('<c:pt idx="2"><c:v>-0.5</c:v></c:pt>');
    expect(series(2, 1)).toContain("<c:f>'What it''s worth &amp; more'!$A$2:$A$4</c:f>");
    expect(series(2, 1)).toContain('<c:pt idx="1"><c:v>Typical</c:v></c:pt>');
  });

  it("draw series in the theme's colours, negative columns in the same", () => {
    expect(series(2, 1)).toContain('<c:spPr><a:solidFill><a:srgbClr val="0F4C5C"/></a:solidFill>');
    expect(series(2, 1)).toContain('<c:invertIfNegative val="0"/>');
  });

  it.each([0, 1, 2, 3, 4])("neither draw an invisible series nor list it (chart %i)", (chart) => {
    expect(series(chart, 0)).toContain("<a:noFill/><a:ln><a:noFill/></a:ln>");
    expect(series(chart, 0)).not.toContain("solidFill");
    expect(charts[chart]).toContain('<c:legendEntry><c:idx val="0"/><c:delete val="1"/>');
  });

  it("draw lines without markers", () => {
    expect(series(0, 1)).toContain('<c:marker><c:symbol val="none"/></c:marker>');
    expect(series(0, 1)).not.toContain("invertIfNegative");
  });

  it("have titles, titles of axes, a number format and bounds", () => {
    expect(charts[0]).toContain('<a:t>line &amp; "title"</a:t>');
    expect(charts[0]).toContain("<a:t>Margin</a:t>");
    expect(charts[0]).toContain("<a:t>User</a:t>");
    expect(charts[0]).toContain('<c:numFmt formatCode="0.0%" sourceLinked="0"/>');
    expect(charts[0]).toContain('<c:max val="1"/><c:min val="-1"/>');
    expect(charts[1]).not.toMatch(/<c:m(ax|in) /);
  });

  it("have the names and places that the plan gives them", () => {
    expect(drawing.match(/ name="[^"]*"/g)).toEqual([
      ' name="margins"',
      ' name="waterfall"',
      ' name="columns"',
      ' name="bars"',
      ' name="stacked bars"',
    ]);
    // Rows 7 to 19 and columns 0 to 6, counted from 0.
    expect(drawing).toContain(
      "<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>7</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>19</xdr:row>",
    );
  });
});
