import { univer } from "../../engines/univer";
import { describeParity } from "./describe-parity";

describeParity("Univer", univer, false);
