import { buildScreens } from './build-stale.ts'
import { linkdev } from './pictures/linkdev.ts'
import { partnersVrai } from './pictures/partners-vrai.ts'
import { onStage } from './pictures/stage.ts'
import { during } from './progress.ts'

/** Takes the pictures of the README from the demos, as a person would see them. */
await during('screens', buildScreens, (had) => (had ? 'built' : 'up to date'))
await onStage('partners-vrai', partnersVrai)
await onStage('linkdev', linkdev)
