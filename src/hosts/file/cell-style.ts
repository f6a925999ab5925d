import type { CellStyle as FileStyle } from "hucre/xlsx";
import type { NumberFormat } from "../../workbook/plan";
import { type CellStyle, FONT, NUMBER_FORMATS } from "../../workbook/theme";

/** A colour as hucre takes it: six digits without "#". */
export function digits(color: string): string {
  return color.slice(1).toUpperCase();
}

/** How a cell looks, as hucre takes it. */
export function fileStyle(
  style: CellStyle | undefined,
  format: NumberFormat | undefined,
): FileStyle | undefined {
  if (!style) return format && { numFmt: NUMBER_FORMATS[format] };
  const { bold, italic, size, color, fill, border, align, indent, wrap, isAtTop } = style;
  const line = border && ({ style: "thin", color: { rgb: digits(border) } } as const);
  return {
    // Without its name and size, LibreOffice takes another font.
    font: { name: FONT, size, bold, italic, color: { rgb: digits(color) } },
    ...(fill && {
      fill: { type: "pattern", pattern: "solid", fgColor: { rgb: digits(fill) } },
    }),
    ...(line && { border: { top: line, right: line, bottom: line, left: line } }),
    ...((align ?? wrap) && {
      alignment: {
        ...(align && { horizontal: align }),
        ...(indent && { indent }),
        ...(wrap && { wrapText: true }),
        ...(isAtTop && { vertical: "top" }),
      },
    }),
    ...(format && { numFmt: NUMBER_FORMATS[format] }),
  };
}
