import type { Text } from "../column";
import type { RevenueFormat } from "../format";
import type { Fault, Place } from "../problem";
import type { RevenueRow } from "../revenue-row";
import type { Columns } from "../source/columns";
import { currencyReader } from "./currencies";
import { moneyReader } from "./numbers";
import { type Outcome, rejected } from "./outcome";
import type { Settings } from "./settings";
import { conditionReader, faultIn, idReader, nameReader, skipReader } from "./texts";
import { type Clock, spanReader, timeReader } from "./times";

const DAY = 86_400_000;

/**
 * Invoices and services are of calendar days, and months are cut in UTC: a first of a month must
 * not fall into the month before because its midnight comes earlier where it was written.
 */
function calendarDays({ toUtc, slashOrder }: Clock): Clock {
  return { slashOrder, toUtc: (local) => (local % DAY === 0 ? local : toUtc(local)) };
}

/**
 * Reads the records of an export of revenue or of other costs by its format: each becomes a row, is left out for
 * a reason, or is rejected with every problem in it.
 */
export function revenueReader<R>(
  columns: Columns<R>,
  format: RevenueFormat,
  { mark, clock, customer, skips }: Settings,
): (record: R, place: Place) => Outcome<RevenueRow> {
  const days = calendarDays(clock);
  const skip = skipReader(columns, skips);
  const currencyOf = currencyReader(columns, format.currency);
  const amountOf = moneyReader(columns, format.amount, mark);
  const spanOf = spanReader(columns, format, days);
  const invoicedOn = timeReader(columns, format.invoicedOn, days);
  const rowId = idReader(columns, format.rowId);
  const isPrepayment = conditionReader(columns, format.prepayment);
  const name = (text: Text | undefined) => nameReader(columns, text);
  const customerId = name(customer);
  const customerName = name(format.customerName);
  const invoiceId = name(format.invoiceId);
  const subscriptionId = name(format.subscriptionId);
  const purposeOf = name(format.purpose);
  const [amountTerm] = format.amount.add;
  return (record, place) => {
    const because = skip(record);
    if (because !== undefined) {
      const currency = currencyOf(record, []);
      const nano = amountOf(record, currency, []);
      return { because, rowId: rowId(record), rowVersion: null, nano, currency };
    }
    const faults: Fault[] = [];
    const span = spanOf(record, faults);
    const invoiced = invoicedOn.instant(record, faults);
    const currency = currencyOf(record, faults);
    if (currency === null && faults.length === 0) {
      faults.push(faultIn(columns, format.currency, record, "a currency such as USD"));
    }
    const amountNano = amountOf(record, currency, faults);
    if (amountNano === null && amountTerm !== undefined && faults.length === 0) {
      faults.push(faultIn(columns, amountTerm, record, "an amount"));
    }
    if (span === null || currency === null || amountNano === null || faults.length > 0) {
      return rejected(place, faults);
    }
    const purpose = purposeOf(record);
    return {
      row: {
        source: format.id,
        rowId: rowId(record),
        customerId: customerId(record),
        customerName: customerName(record),
        invoiceId: invoiceId(record),
        subscriptionId: subscriptionId(record),
        ...span,
        invoicedOn: invoiced,
        amountNano,
        currency,
        kind: isPrepayment(record) ? "prepayment" : "service",
        ...(purpose !== null && { purpose }),
      },
    };
  };
}
