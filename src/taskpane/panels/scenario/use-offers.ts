import { useEffect } from "react";
import { otherCosts } from "../../../scenario/other-costs";
import { offeredTariffs } from "../../../scenario/offered-tariffs";
import { plannedMonth } from "../../../scenario/planned-month";
import type { Scenario } from "../../../scenario/scenario";
import type { PanelProps } from "../../panel-props";

/** Lets other tabs know what the form offers and plans. */
export function useOffers(scenario: Scenario, keepOffers: PanelProps["keepOffers"]): void {
  useEffect(() => {
    keepOffers({
      name: scenario.name,
      currency: scenario.product.priceCurrency,
      tariffs: offeredTariffs(scenario),
      plan: () => plannedMonth(scenario),
      otherCosts: () => otherCosts(scenario),
    });
  }, [scenario, keepOffers]);
}
