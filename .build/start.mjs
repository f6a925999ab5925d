import { PORT, serve } from "./serve.mjs";

await serve({ open: true });
console.log(`AIM is ready: http://localhost:${PORT} (stop with Ctrl+C)`);
