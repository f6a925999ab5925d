import { useEffect } from "react";
import { offeredTariffs } from "../../../scenario/offered-tariffs";
import type { Scenario } from "../../../scenario/scenario";
import type { PanelProps } from "../../panel-props";

/** Lets other tabs know the tariffs of the form. */
export function useOffers(scenario: Scenario, keepOffers: PanelProps["keepOffers"]): void {
  useEffect(() => {
    keepOffers({
      currency: scenario.product.priceCurrency,
      tariffs: offeredTariffs(scenario),
    });
  }, [scenario, keepOffers]);
}
