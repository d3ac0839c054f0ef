import * as contract from '@linli/contracts/files'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { giveLink, readLink } from './links'
import { listFiles, removeFile } from './service'
import { uploadFile } from './upload'

export function mountFiles(mount: Mount, deps: Deps): void {
  mount('uploadFile', contract.uploadFile, 'signed_in', ({ query }, { who, idempotency, incoming }) =>
    uploadFile(deps, who, { purpose: query.purpose, tap: idempotency.key, incoming }),
  )
  mount('listFiles', contract.listFiles, 'signed_in', (_, { who }) => listFiles(deps, who))
  mount('removeFile', contract.removeFile, 'signed_in', async ({ params }, { who }) => {
    await removeFile(deps, who, params.id)
    return {}
  })
  mount('giveFileLink', contract.giveFileLink, 'signed_in', ({ params }, { who }) =>
    giveLink(deps, who, params.id),
  )
  mount('readFileLink', contract.readFileLink, 'public', ({ params, query }) =>
    readLink(deps, params.token, query.page),
  )
}
