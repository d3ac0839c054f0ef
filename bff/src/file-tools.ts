/** What it takes to keep pictures, as the configuration has it. */
import type { Config } from './config'
import type { Clock } from './platform/clock'
import { type FileStore, noStore } from './platform/files/file-store'
import { createFolderStore } from './platform/files/folder-store'
import { createLinks, type Links } from './platform/files/links'
import { createMakeSafe, type MakeSafe } from './platform/files/make-safe'
import { createS3Store } from './platform/files/s3-store'
import { createClamScan, noScan, type Scan } from './platform/files/scan'

export interface FileTools {
  store: FileStore
  makeSafe: MakeSafe
  scan: Scan
  links: Links
}

/** @param program makes pictures safe, where it does not stand beside us (tests) */
export function createFileTools(
  { files, clamAv, tokenKey }: Pick<Config, 'files' | 'clamAv' | 'tokenKey'>,
  clock: Clock,
  program?: string,
): FileTools {
  return {
    store: !files ? noStore : 's3' in files ? createS3Store(files.s3) : createFolderStore(files.folder),
    makeSafe: createMakeSafe(program),
    scan: clamAv === undefined ? noScan : createClamScan(clamAv),
    links: createLinks(tokenKey, clock),
  }
}
