import { ironCalc } from "../../engines/ironcalc";
import { describeParity } from "./describe-parity";

describeParity("IronCalc", ironCalc, false);
