import type { Deps } from '../../../deps'
import { unfinishedMs } from '../../files/service'
import { deleteForgotten } from './store'

/** Uploads that were never finished. @returns how many of a batch */
export const forgetPhotos = ({ db, clock }: Deps): Promise<number> =>
  deleteForgotten(db, new Date(clock.now().getTime() - unfinishedMs))
