import { describeWithLibreOffice } from "../../engines/describe-with-libreoffice";
import { describeParity } from "./describe-parity";

describeWithLibreOffice("with LibreOffice", (libreOffice) => {
  describeParity("LibreOffice", (sheets) => libreOffice().calculate(sheets), true);
});
