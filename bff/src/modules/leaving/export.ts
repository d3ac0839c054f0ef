/**
 * The promise: everybody can take along everything that is kept about them, to read on paper and as data, as it was at one
 * moment; and nothing of anybody else goes with it (docs/product.md › Rule 6).
 */
import { ownReader } from '@linli/contracts/leaving'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { FieldCipher } from '../../platform/crypto'
import { momentIn, pageOfDocument, pairsOf } from '../../platform/document'
import type { Limit } from '../../platform/rate-limit'
import { dayOf } from '../../platform/shanghai'
import { exportedFacts, insertOwnAccess } from '../cases/service'
import { demandConfirmed } from '../identity/service'
import { type PartName, partNames, parts } from './export-parts'
import { idsOf, partSealed, type Row, rowsOfPart } from './export-store'
import { labelsFor } from './export-words'

/** The newest of each part, so that nobody's file is more than a phone can hold; the file says where it was cut. */
const mostRows = 5_000
/** It reads everything. */
const often: Limit = { name: 'own_export', max: 6, windowSeconds: 3_600 }

type Taken = Record<PartName, Row[]>

/** @throws Problem confirm_needed, too_many_requests */
export async function exportMe(deps: Deps, who: Who) {
  await demandConfirmed(deps, who)
  await deps.rates.within([[often, who.accountId]])
  const at = deps.clock.now()
  const { accountId } = who
  // Written before anything is read, as every reading is.
  await deps.db.transaction((tx) =>
    insertOwnAccess(tx, { id: deps.ids.id(), accountId, reader: ownReader, at }),
  )
  const { taken, cut } = await take(deps, accountId)
  const name = `我的资料-${dayOf(at)}`
  return {
    fileName: `${name}.json`,
    document: { exportedAt: at.toISOString(), ...taken, cut },
    pageName: `${name}.html`,
    page: pageOf(deps, taken, cut, at),
  }
}

/** One part after the other, in one moment of the database. */
const take = (deps: Deps, accountId: string): Promise<{ taken: Taken; cut: PartName[] }> =>
  deps.db.snapshot(async (tx) => {
    const ids = await idsOf(tx, accountId)
    const taken = {} as Taken
    const cut: PartName[] = []
    for (const part of partNames) {
      const rows = await rowsOfPart(tx, part, ids, mostRows + 1)
      if (rows.length > mostRows) cut.push(part)
      const first = rows.slice(0, mostRows)
      const own = part === 'cases' ? await exportedFacts(deps, tx, first) : new Map<string, object>()
      taken[part] = first.map((row) => ({ ...opened(deps.cipher, part, row), ...own.get(row.id ?? '') }))
    }
    return { taken, cut }
  })

/** What is sealed is in clear for its owner; ids of rows say nothing to anybody. */
function opened(cipher: FieldCipher, part: PartName, { id, ...row }: Row): Row {
  const sealed = Object.entries(partSealed[part] ?? {}).flatMap(([field, column]) => {
    const value = row[field]
    return typeof value === 'string' ? [[field, cipher.decrypt(column, id ?? '', value)]] : []
  })
  return { ...row, ...(Object.fromEntries(sealed) as Row) }
}

const pageOf = (deps: Deps, taken: Taken, cut: readonly PartName[], at: Date): string =>
  pageOfDocument({
    title: '邻里存着的我的资料',
    intro: [
      `${momentIn(at)}导出。这里是邻里存着的、和您有关的全部内容。`,
      '文件里有您的姓名和电话，请只存在自己的手机或电脑上，不要转给别人。',
      '工作人员经手别人的事留下的记录不在里面；别的居民的姓名和电话也不在里面。工作人员给您的答复带着署名。',
    ],
    sections: partNames.map((name) => {
      const { title, help, labels } = parts[name]
      const much = cut.includes(name) ? `内容很多，只列最近 ${mostRows} 条，其余请到社区调取。` : undefined
      const says = [help, much].filter((each) => each !== undefined).join('')
      return {
        title,
        ...(says !== '' && { help: says }),
        rows: taken[name].map((row) => pairsOf(row, labelsFor(deps, row, labels))),
      }
    }),
  })
