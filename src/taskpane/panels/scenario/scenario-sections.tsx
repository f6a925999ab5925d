import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { FieldGrid } from "./field-grid";
import { Fold } from "../../fold";
import { type Section, SECTIONS, sectionOfProblem } from "./form-sections";
import { LegsEditor } from "./legs-editor";
import { TariffsEditor } from "./tariffs-editor";
import type { ScenarioForm } from "./use-scenario-form";

const useStyles = makeStyles({
  panel: {
    margin: 0,
    display: "flex",
    flexDirection: "column",
    rowGap: "12px",
    paddingBlock: "4px",
  },
  problem: { marginLeft: "8px", color: tokens.colorPaletteRedForeground1 },
  header: { "& > button": { paddingInline: "0", fontWeight: tokens.fontWeightSemibold } },
});

interface ScenarioSectionsProps {
  readonly form: ScenarioForm;
  readonly open: readonly string[];
  readonly onToggle: (open: readonly string[]) => void;
}

function SectionFields({
  form,
  section,
}: {
  readonly form: ScenarioForm;
  readonly section: Section;
}) {
  const { id, fields, more } = section;
  return (
    <>
      {fields.length > 0 && <FieldGrid form={form} fields={fields} />}
      {id === "task" && <LegsEditor form={form} />}
      {id === "tariffs" && <TariffsEditor form={form} />}
      {more && (
        <Fold title={more.title}>
          <FieldGrid form={form} fields={more.fields} />
        </Fold>
      )}
    </>
  );
}

/** The assumptions, section by section, with how many there are to correct in each. */
export function ScenarioSections({ form, open, onToggle }: ScenarioSectionsProps) {
  const styles = useStyles();
  const wrong = [...form.problems.keys()].map(sectionOfProblem);
  return (
    <Accordion
      multiple
      collapsible
      openItems={[...open]}
      onToggle={(_event, { openItems }) => {
        onToggle(openItems.map(String));
      }}
    >
      {SECTIONS.map((section) => {
        const count = wrong.filter((id) => id === section.id).length;
        return (
          <AccordionItem key={section.id} value={section.id}>
            <AccordionHeader as="h2" className={styles.header}>
              {section.title}
              {count > 0 && <span className={styles.problem}>{`${count} to correct`}</span>}
            </AccordionHeader>
            {/* Fluent's panel opens with a delay; a field has to be there to be led to. */}
            {open.includes(section.id) && (
              <div className={styles.panel}>
                <SectionFields form={form} section={section} />
              </div>
            )}
          </AccordionItem>
        );
      })}
    </Accordion>
  );
}
