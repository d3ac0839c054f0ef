/**
 * Brings up what the tests talk to: `DATABASE_URL` and `REDIS_URL` when they are given, otherwise servers of our own
 * in a throw-away folder. Makes the template databases that every test file clones.
 */
import { rm } from 'node:fs/promises'
import type { TestProject } from 'vitest/node'
import { bundleServer } from '../../bff/local/build'
import { startPostgres, type LocalServer } from '../../bff/local/postgres'
import { startRedis } from '../../bff/local/redis'
import { dropTemplates, makeTemplates, type Templates } from './templates'
import { findChromium } from './browser'
import { throwAwayFolder } from './throw-away'

declare module 'vitest' {
  export interface ProvidedContext {
    templates: Templates
    redisUrl: string
  }
}

const given = (url: string): LocalServer => ({ url, stop: async () => {} })

export default async function setup(project: TestProject) {
  const names = new Set(project.vitest.projects.map(({ name }) => name))
  if (names.size === 1 && names.has('unit')) return
  const folder = await throwAwayFolder('tests')
  const { DATABASE_URL, REDIS_URL } = process.env
  const postgres = DATABASE_URL ? given(DATABASE_URL) : await startPostgres(folder, { durable: false })
  const redis = REDIS_URL ? given(REDIS_URL) : await startRedis(folder)
  const templates = await makeTemplates(postgres.url)
  if (names.has('integration') || names.has('e2e')) await bundleServer()
  if (names.has('e2e')) await findChromium()
  project.provide('templates', templates)
  project.provide('redisUrl', redis.url)
  return async () => {
    await redis.stop()
    await dropTemplates(templates)
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
