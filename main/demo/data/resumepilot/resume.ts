import { HOUR, MINUTE } from '../time.ts'
import type { Person } from './person.ts'
import { decided, happened, type Scene } from './scene.ts'
import { deciders } from './staff.ts'
import { failures, roles, scripts, templates } from './words/texts.ts'

/** A resume that somebody asked for, what became of it, and the files that were fetched. */
export function addResume(scene: Scene, person: Person, session: string | null, at: number, fails: boolean): void {
  const { sink, random, now } = scene
  if (at > now) return
  const id = random.uuid()
  const took = Math.round(random.longTailed(9_000, 2.5))
  const error = random.weighted(failures)
  const isReady = at + took <= now
  const failed = isReady && (fails || random.chance(0.05))
  const again = isReady && !failed && random.chance(0.04)
  const status = failed ? 'failed' : isReady ? 'completed' : 'processing'
  const { bullets } = scripts[person.language]
  sink.add('public.resume_generations', {
    id,
    user_id: person.id,
    session_id: session,
    template_name: random.pick(templates),
    role_type: person.role,
    resume_data: { name: person.name, title: random.pick(roles), bullets: bullets.slice(0, random.int(2, 4)) },
    latex_content:
      status === 'completed' ? `\\documentclass{resume}\n\\begin{document}\n${person.name}\n\\end{document}` : null,
    generation_status: status,
    error_message: failed ? error : null,
    processing_time_ms: isReady ? took : null,
    created_at: new Date(at),
    completed_at: isReady ? new Date(Math.min(now, at + took + (again ? 3 * HOUR : 0))) : null,
  })
  if (failed || again) happened(scene, person.id, 'generation.failed', { error }, at + took)
  if (again) {
    decided(scene, {
      type: 'generation.requeued',
      by: random.weighted(deciders),
      about: person.id,
      entity: ['resume_generations', id],
      details: {
        from: { generation_status: 'failed', error_message: error },
        to: { generation_status: 'processing' },
      },
      at: Math.min(now, at + 3 * HOUR - took),
    })
  }
  if (status === 'completed') addDownloads(scene, id, at + took)
}

function addDownloads({ sink, random, now }: Scene, generationId: string, at: number): void {
  const formats = random.chance(0.75)
    ? [random.weighted({ pdf: 68, word: 21, latex: 6, overleaf: 5 })]
    : (['pdf', 'word'] as const)
  for (const format of formats) {
    sink.add('public.resume_downloads', {
      id: random.uuid(),
      generation_id: generationId,
      format,
      file_url: format === 'overleaf' ? null : `resumes/${generationId}/${format}`,
      file_size_bytes: format === 'overleaf' ? null : Math.round(random.longTailed(90_000, 2)),
      download_count: Math.max(1, Math.round(random.longTailed(1.6, 3))),
      created_at: new Date(Math.min(now, at + random.between(1, 30) * MINUTE)),
    })
  }
}
