/** From assumptions to the sheets of a scenario. */
export * from "./build-scenario";
export * from "./sample";
export * from "./scenario";
