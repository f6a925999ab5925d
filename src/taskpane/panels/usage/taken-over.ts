import { CalcError } from "../../../calc";
import type { OtherCogs } from "../../../usage/customers/customer-figures";
import { HostError } from "../../../workbook/host";
import type { Offers } from "../../panel-props";

/**
 * What the scenario of the form puts into COGS besides inference, in the currency of the report.
 *
 * @param rates of other currencies in that of the report
 * @throws HostError in words for the user
 */
export function takenOver(
  offered: Offers | undefined,
  currency: string,
  rates: Readonly<Record<string, number>>,
): OtherCogs {
  if (offered === undefined) throw new RangeError("the form of the scenario is not there");
  const rate = offered.currency === currency ? 1 : rates[offered.currency];
  if (rate === undefined) {
    throw new HostError(
      `The scenario is in ${offered.currency} and the import is in ${currency}: there is no rate between them.`,
      "#VALUE!",
    );
  }
  try {
    const { perTask, perCustomerMonth, revenueShare } = offered.otherCosts();
    return {
      perTask: perTask * rate,
      perCustomerMonth: perCustomerMonth * rate,
      revenueShare,
      from: `the scenario “${offered.name}”`,
    };
  } catch (error) {
    if (!(error instanceof CalcError)) throw error;
    const why = `The scenario has no figures to take over: ${error.message}.`;
    throw new HostError(why, error.code, { cause: error });
  }
}
