import { createServer } from 'node:http'
import type { TestProject } from 'vitest/node'
import { type Cluster, listen, openCluster } from './cluster.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Answers a GET with the connection string of the test cluster, which the first one starts. */
    postgresDoor: string
  }
}

/**
 * One real Postgres for the whole run, started by the first test that asks for it, so that runs without a database
 * don't pay for one. Returns the teardown.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<Cluster> | undefined
  const door = createServer((_request, response) => {
    cluster ??= openCluster()
    cluster.then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  project.provide('postgresDoor', `http://127.0.0.1:${await listen(door)}`)

  return async () => {
    door.close()
    await (await cluster?.catch(() => undefined))?.stop()
  }
}
