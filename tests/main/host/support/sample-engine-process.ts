import { runEngine } from '#main/host/engine-runner.ts'
import { parentDoor } from '#main/host/parent-door.ts'
import { openSampleEngine } from './sample-engine.ts'

runEngine(parentDoor(), openSampleEngine)
