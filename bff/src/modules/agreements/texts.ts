/** The promise: everybody reads the same words, and a version, once published, never says anything else. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { textKind, type DeploymentText, type TextKind, type Texts } from '@linli/contracts/agreements'
import type { Deps } from '../../deps'
import { Problem } from '../../platform/problem'
import { textsKey } from '../../platform/texts-in-effect'
import { blocksOf, filledIn, readWritten } from './rules'
import { headOf } from './service'
import { bodyOf, publish } from './store'

/** What the software says of itself; the number is that of `package.json`, as a test sees to. */
export const software = { version: '0.1.0', license: 'MIT' } as const

export async function listTexts({ texts, config }: Deps): Promise<Texts> {
  const [held, coming, agree] = await Promise.all([texts.now(), texts.coming(), texts.toAgree()])
  const { name, contact, registration } = config.operator
  return {
    texts: held.map(headOf),
    coming: coming.map(headOf),
    agree,
    operator: name ?? null,
    contact: contact ?? null,
    registration: registration ?? null,
    software,
  }
}

/** @throws Problem not_found for a version that was never published */
export async function textOf(deps: Deps, kind: TextKind, version?: number): Promise<DeploymentText> {
  const wanted = version ?? (await deps.texts.now()).find((row) => row.kind === kind)?.version
  const row = wanted === undefined ? null : await bodyOf(deps.db, kind, wanted)
  if (!row) throw new Problem('not_found')
  return { ...headOf({ ...row, kind }), blocks: blocksOf(filledIn(row.body, deps.config.operator)) }
}

/**
 * Publishes what lies in the deployment's folder: `privacy.md`, `terms.md`, `processors.md`, `help.md`, `about.md`, each as
 * far as it is there. A file that stands as it was published changes nothing.
 * @throws Error for a file that cannot be read as a text, and for other words under a version that was published
 */
export async function publishTexts({
  db,
  cache,
  config,
}: Pick<Deps, 'db' | 'cache' | 'config'>): Promise<void> {
  const folder = config.texts
  if (folder === undefined) return
  const files = await readdir(folder)
  const found = textKind.options.filter((kind) => files.includes(`${kind}.md`))
  if (found.length === 0) throw new Error(`LINLI_TEXTS: no text in ${folder}`)
  for (const kind of found) {
    const file = path.join(folder, `${kind}.md`)
    try {
      const text = readWritten(await readFile(file, 'utf8'))
      const stands = await publish(db, kind, text)
      const same = stands.body.trim() === text.body && stands.title === text.title
      if (!same || stands.effectiveAt.getTime() !== text.effectiveAt.getTime())
        throw new Error(`version ${text.version} was published with other words: give it a new version`)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      throw new Error(`LINLI_TEXTS: ${file}: ${why}`, { cause: error })
    }
  }
  cache.drop(textsKey)
}
