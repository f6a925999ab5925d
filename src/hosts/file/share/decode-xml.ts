import { damaged, refusal } from "./refusal";

const UTF_16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0x3c, 0x00],
  [0x00, 0x3c],
];

function refuseEncoding(encoding: string, path: string) {
  return refusal(
    `This workbook's parts are in ${encoding}, and only UTF-8, which Excel writes, can be read.`,
    "Open it in Excel, save it under a new name and take that file.",
    `${path} is in ${encoding}.`,
  );
}

/**
 * The text of an XML part, its byte order mark included, so that it can be written as it was.
 *
 * @throws HostError for other encodings than UTF-8
 */
export function decodedXml(bytes: Uint8Array, path: string): string {
  if (UTF_16.some((start) => start.every((byte, i) => bytes[i] === byte))) {
    throw refuseEncoding("UTF-16", path);
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw damaged(`${path} is not the text in UTF-8 that it should be.`);
  }
  const stated = /^\ufeff?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)/.exec(text)?.[1] ?? "UTF-8";
  if (!/^(?:utf-8|us-ascii)$/i.test(stated)) throw refuseEncoding(stated, path);
  return text;
}
