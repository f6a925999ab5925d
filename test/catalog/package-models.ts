import { findProvider, type ModelInfo, type Provider } from "@pydantic/genai-prices";
import { PROVIDERS } from "../../src/catalog/price-table.generated";

/** A model as the package that the catalog is built from has it. */
export interface PackageModel {
  readonly provider: Provider;
  readonly model: ModelInfo;
  /** provider:model, as TOKENCOST takes it. */
  readonly name: string;
}

/** Every model of the package. It lists no providers, but finds one by its id. */
export const PACKAGE_MODELS: readonly PackageModel[] = PROVIDERS.flatMap(({ id }) => {
  const provider = findProvider({ providerId: id });
  if (!provider) throw new Error(`the package has no provider ${id}`);
  return provider.models.map((model) => ({ provider, model, name: `${id}:${model.id}` }));
});

/** Milliseconds since 1970 of an Excel serial number, its day and time taken as UTC. */
export function timestamp(serial: number): Date {
  // Excel's day 25569 is 1 January 1970.
  return new Date(Math.round((serial - 25_569) * 86_400_000));
}
