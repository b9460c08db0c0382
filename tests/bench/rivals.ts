import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { consoleCourse, type Result } from './rivals-course.ts'
import { type BenchCloud, startBenchCloud } from './support/bench-cloud.ts'
import { openClient } from './support/client.ts'
import { countFetch } from './support/counted-fetch.ts'
import { format, note } from './support/measure.ts'

const FOLDER = fileURLToPath(new URL('./rivals/', import.meta.url))
const RIVALS = ['rxdb', 'rxdb, pages of 5000', 'legend', 'watermelon', 'tanstack']

/**
 * The console and its rivals over one course: speed, and the cases in which rows or decisions get lost.
 * @param chosen the rivals to run, by name
 */
export async function rivals(scale: number, chosen: readonly string[] = RIVALS): Promise<void> {
  const unknown = chosen.filter((name) => !RIVALS.includes(name))
  if (unknown.length > 0) throw new Error(`Nobody knows ${unknown.join(', ')}: choose from ${RIVALS.join(' · ')}.`)
  install()
  const count = Math.round(100_000 * scale)
  const writes = Math.max(1, Math.round(2_000 * scale))
  const cloud = await startBenchCloud()
  try {
    await cloud.addVersions(count)
    await cloud.sql(TABLE)
    // Whoever runs first must not pay for what a server does after so many new rows.
    await cloud.sql('vacuum (analyze)')
    await cloud.sql('checkpoint')
    const fetched = countFetch()
    const client = await openClient(cloud, cloud.url, cloud.superAdmin)
    await consoleCourse({ api: client.api, cloud, fetched }, writes, tell)
    await client.close()
    for (const rival of chosen) await run(rival, cloud, writes)
  } finally {
    await cloud.stop()
  }
}

/** The rivals have a package of their own: the console's holds only what the console is made of. */
function install(): void {
  if (existsSync(`${FOLDER}node_modules`)) return
  const { status } = spawnSync('npm', ['ci', '--prefix', FOLDER, '--no-audit', '--no-fund'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The rivals could not be installed.')
}

async function run(rival: string, cloud: BenchCloud, writes: number): Promise<void> {
  const token = await tokenOf(cloud)
  const settings = { url: cloud.url, key: cloud.key, token, databaseUrl: cloud.databaseUrl, writes }
  const quiet = '--disable-warning=TimeoutOverflowWarning'
  const child = spawn(process.execPath, [quiet, `${FOLDER}course.ts`, rival, JSON.stringify(settings)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  for await (const line of createInterface(child.stdout)) {
    // What a library prints is none of ours.
    if (line.startsWith(`{"name":"${rival}"`)) tell(JSON.parse(line))
  }
  const [code, signal] = await ended
  if (code !== 0) note(rival, `ended early (${code ?? signal})`)
}

function tell({ name, phase, ms, ...result }: Result): void {
  note(`${phase}: ${name}`, `${typeof ms === 'number' ? `${format(ms).padStart(9)}  ` : ''}${JSON.stringify(result)}`)
}

async function tokenOf({ url, key, agent }: BenchCloud): Promise<string> {
  const answer = await fetch(`${url}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers: { apikey: key, 'content-type': 'application/json' },
    body: JSON.stringify({ email: agent.email, password: agent.password }),
  })
  return ((await answer.json()) as { access_token: string }).access_token
}

/** The same rows, with the columns and the trigger that the rivals ask a project for. */
const TABLE = `
  create table public.rival_rows (
    id text primary key, document_id text, version int check (version > 0), file_url text, file_name text, mime_type text,
    size_bytes bigint, sha256 text, uploaded_by_type text, uploaded_by_id text, uploaded_at timestamptz,
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    _modified timestamptz not null default now(), deleted boolean not null default false,
    _deleted boolean not null default false
  );
  insert into public.rival_rows
  select id::text, document_id::text, version, file_url, file_name, mime_type, size_bytes, sha256, uploaded_by_type::text,
    uploaded_by_id::text, uploaded_at
  from public.document_versions where file_url like 'bench/%';
  create index on public.rival_rows (_modified, id);
  create function public.rival_touch() returns trigger language plpgsql as $$
    begin
      new._modified := now();
      new.updated_at := now();
      return new;
    end
  $$;
  create trigger rival_touch before update on public.rival_rows for each row execute function public.rival_touch();
  grant select, insert, update, delete on public.rival_rows to authenticated`
