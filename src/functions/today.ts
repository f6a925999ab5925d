import { excelDate } from "../calc";

/** Today as Excel's TODAY() gives it: the serial number of the date here, without a time. */
export function today(): number {
  const now = new Date();
  return excelDate(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
}
