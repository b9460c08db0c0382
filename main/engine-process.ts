import { openEngine } from './engine.ts'
import { runEngine } from './host/engine-runner.ts'
import { parentDoor } from './host/parent-door.ts'

/** Runs as a worker thread of the browser host and as a utility process of the desktop host. */
runEngine(parentDoor(), openEngine)
