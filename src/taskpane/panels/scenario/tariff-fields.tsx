import { Button, Field, Select } from "@fluentui/react-components";
import { TARIFF_TYPES } from "../../../scenario/scenario";
import { FieldGrid } from "./field-grid";
import { type FormField, tariffField, tierField, withTariff } from "./form-field";
import { hasTiers, MOST_TIERS, retyped, withoutTier, withTier } from "./tariff-types";
import type { ScenarioForm } from "./use-scenario-form";

interface TariffFieldsProps {
  readonly form: ScenarioForm;
  readonly place: number;
}

/** The parameters of one tariff that its type uses. */
export function TariffFields({ form, place }: TariffFieldsProps) {
  const tariff = form.scenario.tariffs[place];
  if (!tariff) return null;
  const { type, tiers } = tariff;
  const isTiered = type === "Graduated" || type === "Volume";
  const prices = tiers.flatMap(({ upTo }, tier): FormField[] => {
    if (type === "Seat") return [];
    return [
      ...(upTo === null ? [] : [tierField(place, tier, "upTo")]),
      tierField(place, tier, "unitPrice"),
      ...(isTiered ? [tierField(place, tier, "flatFee")] : []),
    ];
  });
  const rest: FormField[] = [
    ...(type === "Package"
      ? [tariffField(place, "packageSize"), tariffField(place, "freeUnits")]
      : []),
    ...(type === "Credits" || type === "Outcome" ? [tariffField(place, "unitsPerTask")] : []),
    tariffField(place, "discount"),
    tariffField(place, "commitment"),
    tariffField(place, "usageChange"),
    tariffField(place, "lostCustomers"),
  ];
  return (
    <>
      <FieldGrid
        form={form}
        fields={[tariffField(place, "name", { label: "Name of the tariff", format: "text" })]}
      >
        <Field label="Type">
          <Select
            value={type}
            onChange={(_event, { value }) => {
              const chosen = TARIFF_TYPES.find((one) => one === value) ?? type;
              form.change((scenario) =>
                withTariff(scenario, place, (own) => retyped(own, chosen, scenario)),
              );
            }}
          >
            {TARIFF_TYPES.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        </Field>
      </FieldGrid>
      <FieldGrid form={form} fields={[tariffField(place, "baseFee"), ...prices]} />
      {hasTiers(type) && (
        <div>
          <Button
            size="small"
            disabledFocusable={tiers.length >= MOST_TIERS}
            onClick={() => {
              form.change((scenario) => withTariff(scenario, place, withTier));
            }}
          >
            Add a tier
          </Button>{" "}
          <Button
            size="small"
            disabledFocusable={tiers.length < 2}
            onClick={() => {
              form.change((scenario) =>
                withTariff(scenario, place, (own) => withoutTier(own, own.tiers.length - 2)),
              );
            }}
          >
            Remove a tier
          </Button>
        </div>
      )}
      <FieldGrid form={form} fields={rest} />
    </>
  );
}
