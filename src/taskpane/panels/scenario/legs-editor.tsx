import { Button } from "@fluentui/react-components";
import type { Leg, Scenario } from "../../../scenario/scenario";
import { FieldGrid } from "./field-grid";
import { Fold } from "../../fold";
import { legField } from "./form-field";
import type { ScenarioForm } from "./use-scenario-form";

const MOST = 4;

function withLegs(scenario: Scenario, legs: readonly Leg[]): Scenario {
  return { ...scenario, task: { ...scenario.task, legs } };
}

/** One call of the model that the first leg has. */
function newLeg({ task }: Scenario): Leg {
  return {
    role: `Step ${task.legs.length + 1}`,
    model: task.legs[0]?.model ?? "",
    calls: 1,
    basePrompt: 1000,
    addedPerCall: 0,
    outputPerCall: 200,
    promptCaching: 0,
  };
}

/** The models at work in a task, one to four. */
export function LegsEditor({ form }: { readonly form: ScenarioForm }) {
  const { legs } = form.scenario.task;
  return (
    <>
      {legs.map(({ role, model }, place) => (
        <Fold key={place} title={`Model ${place + 1}: ${role}`} detail={model}>
          <FieldGrid
            form={form}
            fields={[
              legField(place, "role", { label: "What it does", format: "text" }),
              legField(place, "model"),
              legField(place, "calls"),
              legField(place, "basePrompt"),
              legField(place, "addedPerCall"),
              legField(place, "outputPerCall"),
              legField(place, "promptCaching"),
            ]}
          />
          {legs.length > 1 && (
            <div>
              <Button
                size="small"
                onClick={() => {
                  form.change((scenario) =>
                    withLegs(
                      scenario,
                      scenario.task.legs.filter((_, i) => i !== place),
                    ),
                  );
                }}
              >
                {`Remove ${role}`}
              </Button>
            </div>
          )}
        </Fold>
      ))}
      <div>
        <Button
          size="small"
          disabledFocusable={legs.length >= MOST}
          onClick={() => {
            form.change((scenario) =>
              withLegs(scenario, [...scenario.task.legs, newLeg(scenario)]),
            );
          }}
        >
          Add a model
        </Button>
      </div>
    </>
  );
}
