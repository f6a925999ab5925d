/** Dated list prices of models as plain data, and looking one up. */
export { asOf, size, version } from "./price-table.generated";
export { findModel } from "./find-model";
export { callName, type Offer } from "./look-up-model";
export { modelPrice } from "./model-price";
export { nearestModels } from "./nearest-models";
export { PRICE_KINDS, type PriceKind } from "./price-kind";
export { listedModels, priceRecords, type ListedModel, type PriceRecord } from "./price-list";
export { EXCEL_DATES, priceFor, pricesAt } from "./prices-at";
export { tokenCost } from "./token-cost";
