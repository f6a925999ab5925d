// The script that Excel loads for its cells. It holds the functions and nothing else, because
// no cell is calculated before it has loaded.
import "../functions";
