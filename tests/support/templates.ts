import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Empty mirrors, kept between tests: each is named after the migrations that made it. */
export const testTemplates = join(tmpdir(), 'outpost-test-templates')
