import { Agent, setGlobalDispatcher } from "undici"

// A server that ran in this process was the guard of its global `fetch`, and lets nothing through when it is closed.
setGlobalDispatcher(new Agent())
