/** From assumptions to the sheet of a scenario. */
export * from "./scenario-figures";
export * from "./scenario-input";
export * from "./scenario-plan";
