import { Button } from "@fluentui/react-components";
import { Fold } from "../../fold";
import { TariffFields } from "./tariff-fields";
import { withNewTariff, withoutTariff } from "./tariff-types";
import type { ScenarioForm } from "./use-scenario-form";

const MOST = 6;

/** The price plans that are compared, one to six. */
export function TariffsEditor({ form }: { readonly form: ScenarioForm }) {
  const { tariffs } = form.scenario;
  return (
    <>
      {tariffs.map(({ name, type }, place) => (
        <Fold key={place} title={`${place + 1}. ${name}`} detail={`(${type})`}>
          <TariffFields form={form} place={place} />
          {tariffs.length > 1 && (
            <div>
              <Button
                size="small"
                onClick={() => {
                  form.change((scenario) => withoutTariff(scenario, place));
                }}
              >
                {`Remove ${name}`}
              </Button>
            </div>
          )}
        </Fold>
      ))}
      <div>
        <Button
          size="small"
          disabledFocusable={tariffs.length >= MOST}
          onClick={() => {
            form.change(withNewTariff);
          }}
        >
          Add a tariff
        </Button>
      </div>
    </>
  );
}
